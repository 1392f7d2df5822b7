package dev.farcall.mapping;

import dev.farcall.MappingException;
import dev.farcall.Struct;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Maps as structs. The interfaces become a LinkedHashMap, a TreeMap or a ConcurrentHashMap; a class
 * becomes itself if it can be made empty. A {@code Map<String, Object>} is the {@link Struct} that
 * came, not a copy.
 */
final class MapAdapters implements TypeAdapter.Factory {
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Map<Class<?>, IntFunction<Map<Object, @Nullable Object>>> MAKERS =
      Map.of(
          Hashtable.class, MapAdapters::hashtable,
          Map.class, size -> new LinkedHashMap<>(size * 2),
          LinkedHashMap.class, size -> new LinkedHashMap<>(size * 2),
          HashMap.class, size -> new HashMap<>(size * 2),
          SortedMap.class, size -> new TreeMap<>(),
          NavigableMap.class, size -> new TreeMap<>(),
          TreeMap.class, size -> new TreeMap<>(),
          ConcurrentMap.class, size -> new ConcurrentHashMap<>(size * 2),
          ConcurrentHashMap.class, size -> new ConcurrentHashMap<>(size * 2));

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Class<?> raw = GenericTypes.raw(type);
    if (!Map.class.isAssignableFrom(raw)) {
      return null;
    }
    Class<?> key = GenericTypes.raw(GenericTypes.argument(type, Map.class, 0));
    MapKeys keys = MapKeys.of(key, mapper);
    if (SortedMap.class.isAssignableFrom(raw) && key != Object.class) {
      CollectionAdapters.requireOrder(raw, key);
    }
    IntFunction<Map<Object, @Nullable Object>> maker = maker(raw, key);
    try {
      Type element = GenericTypes.argument(type, Map.class, 1);
      return new Entries(raw, keys, mapper.anyAdapter(element), maker, isSlowFor(raw, key));
    } catch (MappingException e) {
      throw e.at("[]");
    }
  }

  /** Writes any map by the classes of its keys and values. */
  static TypeAdapter<Object> dynamic(TypeAdapter<Object> element, ValueMapper mapper) {
    return new Entries(Map.class, MapKeys.of(Object.class, mapper), element, HashMap::new, false);
  }

  /** Whether many keys of one hash code take long: but where they have an order, and it is used. */
  private static boolean isSlowFor(Class<?> map, Class<?> key) {
    boolean usesOrder =
        map.isInterface()
            || HashMap.class.isAssignableFrom(map)
            || ConcurrentHashMap.class.isAssignableFrom(map);
    boolean hashes = !SortedMap.class.isAssignableFrom(map) && map != EnumMap.class;
    return hashes && !(usesOrder && (key == Object.class || !Collisions.matterFor(key)));
  }

  // Whoever does not know the capacity cannot tell which names share a place.
  @SuppressWarnings("JdkObsolete") // what old handlers take
  private static Map<Object, @Nullable Object> hashtable(int size) {
    return new Hashtable<>(2 * size + RANDOM.nextInt(size + 11) + 1);
  }

  private static IntFunction<Map<Object, @Nullable Object>> maker(Class<?> raw, Class<?> key) {
    IntFunction<Map<Object, @Nullable Object>> known = MAKERS.get(raw);
    if (known != null) {
      return known;
    } else if (raw == EnumMap.class) {
      return enumMaker(key);
    }
    MethodHandle constructor = Access.emptyConstructor(raw);
    if (constructor == null) {
      throw Unsupported.because(raw, "there is no way to make an empty one");
    }
    return size -> asMap(Access.make(constructor));
  }

  private static IntFunction<Map<Object, @Nullable Object>> enumMaker(Class<?> key) {
    return size -> asMap(emptyEnumMap(key));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object emptyEnumMap(Class<?> key) {
    return new EnumMap(key);
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, @Nullable Object> asMap(Object map) {
    return (Map<Object, @Nullable Object>) map;
  }

  private static final class Entries extends NestedAdapter<Object> {
    private final Class<?> type;
    private final MapKeys keys;
    private final TypeAdapter<Object> element;
    private final IntFunction<Map<Object, @Nullable Object>> maker;
    private final boolean slow;

    Entries(
        Class<?> type,
        MapKeys keys,
        TypeAdapter<Object> element,
        IntFunction<Map<Object, @Nullable Object>> maker,
        boolean slow) {
      this.type = type;
      this.keys = keys;
      this.element = element;
      this.maker = maker;
      this.slow = slow;
    }

    @Override
    public @Nullable Object fromValue(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      if (!(value instanceof Map<?, ?> struct)) {
        throw mismatch(value);
      }
      boolean asItIs = element instanceof ObjectAdapter && keys.areNames();
      return asItIs && type.isInstance(struct) ? struct : read(struct);
    }

    private Map<Object, @Nullable Object> read(Map<?, ?> struct) {
      Map<Object, @Nullable Object> map = maker.apply(struct.size());
      Collisions collisions = slow && struct.size() > Collisions.MOST ? Collisions.ofKeys() : null;
      String name = "";
      try {
        for (Map.Entry<?, ?> entry : struct.entrySet()) {
          name = (String) entry.getKey();
          Object key = keys.read().apply(name);
          if (collisions != null) {
            collisions.count(key);
          }
          put(map, key, element.fromValue(entry.getValue()));
        }
        return map;
      } catch (MappingException e) {
        throw e.at(Values.segment(name));
      }
    }

    private void put(Map<Object, @Nullable Object> map, Object key, @Nullable Object java) {
      if (!keys.areNames() && map.containsKey(key)) {
        throw sameKey();
      }
      try {
        map.put(key, java);
      } catch (NullPointerException e) {
        throw new MappingException("", "a " + type.getSimpleName() + " cannot hold nil", e);
      }
    }

    // A struct whose members are plain already is written as it is, not as a copy.
    @Override
    public Object toValue(Object java, Nesting nesting) {
      nesting.enter(java);
      Struct struct = java instanceof Struct own ? own : new Struct();
      Object key = null;
      try {
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) java).entrySet()) {
          key = entry.getKey();
          Object object = entry.getValue();
          Object value = object == null ? null : element.toValue(object, nesting);
          if (struct == java && value != object) {
            struct = new Struct(struct);
          }
          if (struct != java) {
            write(struct, name(key), value, java);
          }
        }
      } catch (MappingException e) {
        throw nesting.leave(e, Values.segment(String.valueOf(key)));
      }
      nesting.leave();
      return struct;
    }

    private static void write(Struct struct, String name, @Nullable Object value, Object java) {
      int size = struct.size();
      struct.put(name, value);
      // The copy of a struct begins with all its members.
      if (struct.size() == size && !(java instanceof Struct)) {
        throw sameKey();
      }
    }

    private static MappingException sameKey() {
      return new MappingException("two members stand for the same key");
    }

    private String name(@Nullable Object key) {
      if (key == null) {
        throw new MappingException("the name of a member cannot be nil");
      }
      return keys.write().apply(key);
    }

    @Override
    TypeDescription describe(Describing within) {
      return within.holder(ValueType.STRUCT, this, element);
    }

    @Override
    ValueType type() {
      return ValueType.STRUCT;
    }
  }
}
