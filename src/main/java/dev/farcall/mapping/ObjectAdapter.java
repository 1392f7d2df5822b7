package dev.farcall.mapping;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Any type: what is read is the plain value as it came, what is written goes by its class at run
 * time. No class is ever chosen by what a peer sent.
 */
final class ObjectAdapter extends TypeAdapter<Object> {
  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          Integer.class,
          Boolean.class,
          Double.class,
          Long.class,
          DateTime.class,
          Binary.class,
          Byte.class,
          Short.class,
          Float.class);

  // Their subclasses travel as they do.
  private static final List<Class<?>> FAMILIES =
      List.of(CharSequence.class, Date.class, Calendar.class, InputStream.class, Path.class);

  private final ValueMapper mapper;
  private final TypeAdapter<Object> maps;
  private final TypeAdapter<Object> collections;
  private final Map<Class<?>, TypeAdapter<Object>> byClass = new ConcurrentHashMap<>();

  ObjectAdapter(ValueMapper mapper) {
    this.mapper = mapper;
    maps = MapAdapters.dynamic(this, mapper);
    collections = CollectionAdapters.dynamic(this);
  }

  @Override
  public @Nullable Object fromValue(@Nullable Object value) {
    return value;
  }

  @Override
  public @Nullable Object toValue(Object java, Nesting nesting) {
    Class<?> type = java.getClass();
    TypeAdapter<Object> adapter = byClass.get(type);
    if (adapter == null) {
      // Not computeIfAbsent: to find one adapter may be to find others.
      adapter = find(java);
      byClass.put(type, adapter);
    }
    return adapter.toValue(java, nesting);
  }

  @Override
  public TypeDescription describe() {
    return TypeDescription.of(ValueType.ANY);
  }

  private TypeAdapter<Object> find(Object java) {
    Class<?> type = java.getClass();
    TypeAdapter<Object> own = mapper.custom(type);
    if (own != null) {
      return own;
    } else if (PLAIN.contains(type)) {
      return new AsItIs();
    } else if (java instanceof Enum<?> constant) {
      return mapper.anyAdapter(constant.getDeclaringClass());
    } else if (java instanceof Record) {
      return mapper.anyAdapter(type);
    } else if (java instanceof Map) {
      return maps;
    } else if (java instanceof Collection) {
      return collections;
    }
    return family(java);
  }

  private TypeAdapter<Object> family(Object java) {
    for (Class<?> family : FAMILIES) {
      if (family.isInstance(java)) {
        return mapper.anyAdapter(family);
      }
    }
    if (java.getClass() == Object.class) {
      // Its adapter is this one.
      throw Unsupported.type(Object.class);
    }
    return java instanceof Iterable ? collections : mapper.anyAdapter(java.getClass());
  }

  /** A plain value that holds no others. */
  private static final class AsItIs extends TypeAdapter<Object> {
    @Override
    public @Nullable Object fromValue(@Nullable Object value) {
      return value;
    }

    @Override
    public Object toValue(Object java, Nesting nesting) {
      return java;
    }

    @Override
    public TypeDescription describe() {
      return TypeDescription.of(ValueType.ANY);
    }
  }
}
