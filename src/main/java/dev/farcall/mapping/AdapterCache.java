package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the adapter of each type once. What is made on the way to one is kept when that one stands,
 * so that nobody sees half of a type that contains itself. Safe for use by many threads.
 */
final class AdapterCache {
  // Only a generic type that contains ever larger versions of itself goes as deep.
  private static final int DEEPEST = 100;

  private final ValueMapper mapper;
  private final List<TypeAdapter.Factory> factories;
  private final Map<Type, TypeAdapter<?>> adapters = new ConcurrentHashMap<>();

  @SuppressWarnings("ThreadLocalUsage") // Of one mapper, and removed as soon as a type is made.
  private final ThreadLocal<@Nullable Making> making = new ThreadLocal<>();

  AdapterCache(ValueMapper mapper, List<TypeAdapter.Factory> factories) {
    this.mapper = mapper;
    this.factories = factories;
  }

  TypeAdapter<?> adapter(Type type) {
    Type canonical = GenericTypes.canonical(type);
    TypeAdapter<?> adapter = adapters.get(canonical);
    if (adapter != null) {
      return adapter;
    }
    Making outer = making.get();
    return outer == null ? make(canonical) : outer.adapter(canonical);
  }

  private TypeAdapter<?> make(Type canonical) {
    Making all = new Making();
    making.set(all);
    try {
      TypeAdapter<?> made = all.adapter(canonical);
      all.made.forEach(adapters::putIfAbsent);
      return adapters.getOrDefault(canonical, made);
    } catch (MappingException e) {
      throw e.path().isEmpty() ? e : e.at(GenericTypes.name(canonical));
    } finally {
      making.remove();
    }
  }

  /** What one thread makes for one type asked for. */
  private final class Making {
    private final Map<Type, TypeAdapter<?>> made = new HashMap<>();
    private final Map<Type, LazyAdapter> unfinished = new HashMap<>();
    private int depth;

    TypeAdapter<?> adapter(Type type) {
      TypeAdapter<?> known = made.get(type);
      if (known == null) {
        known = unfinished.get(type);
      }
      if (known != null) {
        return known;
      } else if (depth == DEEPEST) {
        throw new MappingException("it contains ever larger types, without end");
      }
      return isPart(type) ? create(type) : createOnce(type);
    }

    // The platform's collections and arrays are made of smaller types, so they cannot go round in a
    // circle; what goes round is a class of the application.
    private boolean isPart(Type type) {
      Class<?> raw = GenericTypes.raw(type);
      return raw.isArray() || GenericTypes.isPlatform(raw);
    }

    private TypeAdapter<?> createOnce(Type type) {
      LazyAdapter lazy = new LazyAdapter();
      unfinished.put(type, lazy);
      try {
        TypeAdapter<?> adapter = create(type);
        lazy.resolve(adapter);
        return adapter;
      } catch (MappingException e) {
        // They may hold the adapter that will never be.
        made.clear();
        throw e;
      } finally {
        unfinished.remove(type);
      }
    }

    private TypeAdapter<?> create(Type type) {
      depth++;
      try {
        TypeAdapter<?> adapter = ask(type);
        made.put(type, adapter);
        return adapter;
      } finally {
        depth--;
      }
    }

    private TypeAdapter<?> ask(Type type) {
      for (TypeAdapter.Factory factory : factories) {
        TypeAdapter<?> adapter = factory.create(type, mapper);
        if (adapter != null) {
          return adapter;
        }
      }
      throw Unsupported.type(GenericTypes.raw(type));
    }
  }
}
