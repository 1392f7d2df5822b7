package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.RandomAccess;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collections of all kinds. The interfaces become an ArrayList, a LinkedHashSet, a TreeSet or a
 * LinkedList; a class becomes itself if it can be made empty. A {@code List<Object>} is the list
 * that came, not a copy.
 */
final class CollectionAdapters implements TypeAdapter.Factory {
  @SuppressWarnings("JdkObsolete") // An ArrayDeque, the better queue, takes no nil.
  private static final Map<Class<?>, IntFunction<Collection<@Nullable Object>>> MAKERS =
      Map.ofEntries(
          Map.entry(Iterable.class, ArrayList::new),
          Map.entry(Collection.class, ArrayList::new),
          Map.entry(List.class, ArrayList::new),
          Map.entry(ArrayList.class, ArrayList::new),
          Map.entry(Set.class, size -> new LinkedHashSet<>(size * 2)),
          Map.entry(LinkedHashSet.class, size -> new LinkedHashSet<>(size * 2)),
          Map.entry(HashSet.class, size -> new HashSet<>(size * 2)),
          Map.entry(SortedSet.class, size -> new TreeSet<>()),
          Map.entry(NavigableSet.class, size -> new TreeSet<>()),
          Map.entry(TreeSet.class, size -> new TreeSet<>()),
          Map.entry(Queue.class, size -> new LinkedList<>()),
          Map.entry(Deque.class, size -> new LinkedList<>()),
          Map.entry(LinkedList.class, size -> new LinkedList<>()),
          Map.entry(ArrayDeque.class, ArrayDeque::new));

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(type);
    if (raw != Iterable.class && !Collection.class.isAssignableFrom(raw)) {
      return null;
    }
    IntFunction<Collection<@Nullable Object>> maker = maker(raw);
    Type element = GenericTypes.argument(type, Iterable.class, 0);
    if (SortedSet.class.isAssignableFrom(raw)) {
      requireOrder(raw, GenericTypes.raw(element));
    }
    try {
      boolean hashed =
          Set.class.isAssignableFrom(raw)
              && !SortedSet.class.isAssignableFrom(raw)
              && Collisions.matterFor(GenericTypes.raw(element));
      return new Elements(raw, mapper.anyAdapter(element), maker, hashed);
    } catch (MappingException e) {
      throw e.at("[]");
    }
  }

  /** That a sorted collection can compare what it holds. */
  static void requireOrder(Class<?> sorted, Class<?> element) {
    if (!Comparable.class.isAssignableFrom(element)) {
      throw Unsupported.because(
          sorted, "it is sorted, and " + element.getTypeName() + " has no order");
    }
  }

  /** Writes any collection by the classes of its elements. */
  static TypeAdapter<Object> dynamic(TypeAdapter<Object> element) {
    return new Elements(Iterable.class, element, ArrayList::new, false);
  }

  private static IntFunction<Collection<@Nullable Object>> maker(Class<?> raw) {
    IntFunction<Collection<@Nullable Object>> known = MAKERS.get(raw);
    if (known != null) {
      return known;
    }
    MethodHandle constructor = Access.emptyConstructor(raw);
    if (constructor == null) {
      throw Unsupported.because(raw, "there is no way to make an empty one");
    }
    return size -> emptyOf(constructor);
  }

  @SuppressWarnings("unchecked")
  private static Collection<@Nullable Object> emptyOf(MethodHandle constructor) {
    return (Collection<@Nullable Object>) Access.make(constructor);
  }

  private static final class Elements extends NestedAdapter<Object> {
    private final Class<?> type;
    private final TypeAdapter<Object> element;
    private final IntFunction<Collection<@Nullable Object>> maker;
    private final boolean hashed;

    Elements(
        Class<?> type,
        TypeAdapter<Object> element,
        IntFunction<Collection<@Nullable Object>> maker,
        boolean hashed) {
      this.type = type;
      this.element = element;
      this.maker = maker;
      this.hashed = hashed;
    }

    @Override
    public @Nullable Object fromValue(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      if (!(value instanceof List<?> list)) {
        throw mismatch(value);
      }
      return element instanceof ObjectAdapter && type.isInstance(list) ? list : read(list);
    }

    private Collection<@Nullable Object> read(List<?> values) {
      Collection<@Nullable Object> elements = maker.apply(values.size());
      // These copy all they hold each time one is added.
      if (elements instanceof CopyOnWriteArrayList) {
        elements.addAll(fill(new ArrayList<>(values.size()), values));
      } else if (elements instanceof CopyOnWriteArraySet) {
        elements.addAll(few(fill(new LinkedHashSet<>(values.size() * 2), values)));
      } else {
        fill(elements, values);
      }
      return elements;
    }

    private Collection<@Nullable Object> fill(
        Collection<@Nullable Object> elements, List<?> values) {
      Collisions collisions =
          hashed && values.size() > Collisions.MOST ? Collisions.ofElements() : null;
      int index = 0;
      try {
        for (Object value : values) {
          Object java = element.fromValue(value);
          if (add(elements, java) && collisions != null) {
            collisions.count(java);
          }
          index++;
        }
        return elements;
      } catch (MappingException e) {
        throw e.at("[" + index + "]");
      }
    }

    private boolean add(Collection<@Nullable Object> elements, @Nullable Object java) {
      if (java != null) {
        return elements.add(java);
      }
      try {
        return elements.add(null);
      } catch (NullPointerException e) {
        throw new MappingException("", "a " + type.getSimpleName() + " cannot hold nil", e);
      }
    }

    // Compares each with each, whatever their hash codes.
    private Collection<@Nullable Object> few(Collection<@Nullable Object> elements) {
      if (elements.size() > Collisions.MOST) {
        throw new MappingException(
            "expected at most "
                + Collisions.MOST
                + " different elements for a "
                + type.getSimpleName()
                + ", got "
                + elements.size());
      }
      return elements;
    }

    // A list whose elements are plain already is written as it is, not as a copy.
    @Override
    public Object toValue(Object java, Nesting nesting) {
      nesting.enter(java);
      List<@Nullable Object> values = valuesFor(java);
      int index = 0;
      try {
        for (Object object : (Iterable<?>) java) {
          Object value = object == null ? null : element.toValue(object, nesting);
          if (values == java && value != object) {
            values = new ArrayList<>(values.subList(0, index));
          }
          if (values != java) {
            values.add(value);
          }
          index++;
        }
      } catch (MappingException e) {
        throw nesting.leave(e, "[" + index + "]");
      }
      nesting.leave();
      return values;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> valuesFor(Object java) {
      if (java instanceof List<?> list && java instanceof RandomAccess) {
        return (List<@Nullable Object>) list;
      }
      return new ArrayList<>(java instanceof Collection<?> all ? all.size() : 10);
    }

    @Override
    TypeDescription describe(Describing within) {
      return within.holder(ValueType.ARRAY, this, element);
    }

    @Override
    ValueType type() {
      return ValueType.ARRAY;
    }
  }
}
