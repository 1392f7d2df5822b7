package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of maps, which travel as names of members: text, what is written as text, and whole
 * numbers.
 *
 * @param read the key of a name
 * @param write the name of a key
 * @param areNames whether the key of a name is the name itself
 */
record MapKeys(Function<String, Object> read, Function<Object, String> write, boolean areNames) {

  private static final Map<Class<?>, Function<String, Object>> NUMBERS =
      Map.of(
          Byte.class, Byte::valueOf,
          Short.class, Short::valueOf,
          Integer.class, Integer::valueOf,
          Long.class, Long::valueOf,
          BigInteger.class, BigInteger::new);

  // As long as the text of a biginteger: what it takes to read one grows by its square.
  private static final int LONGEST_NUMBER = 1_000;

  /**
   * The keys of a class.
   *
   * @throws MappingException if they cannot be names
   */
  static MapKeys of(Class<?> type, ValueMapper mapper) {
    if (type == String.class) {
      return new MapKeys(name -> name, String.class::cast, true);
    } else if (type == Object.class) {
      return new MapKeys(name -> name, key -> name(key, mapper), true);
    }
    Function<String, Object> parse = NUMBERS.get(type);
    return parse == null
        ? text(type, mapper)
        : new MapKeys(name -> number(parse, name), Object::toString, false);
  }

  private static MapKeys text(Class<?> type, ValueMapper mapper) {
    TypeAdapter<Object> adapter = mapper.anyAdapter(type);
    if (adapter.describe().type() != ValueType.STRING) {
      throw new MappingException(
          type.getTypeName() + " cannot be the key of a map: names of members are text");
    }
    return new MapKeys(
        name -> key(adapter.fromValue(name)),
        key -> key(adapter.toValue(key, new Nesting(1))).toString(),
        false);
  }

  private static Object key(@Nullable Object key) {
    if (key == null) {
      throw new MappingException("the name of a member cannot be nil");
    }
    return key;
  }

  private static String name(Object key, ValueMapper mapper) {
    if (key instanceof String name) {
      return name;
    }
    Class<?> type = key instanceof Enum<?> constant ? constant.getDeclaringClass() : key.getClass();
    return of(type, mapper).write.apply(key);
  }

  private static Object number(Function<String, Object> parse, String name) {
    Object number = name.length() > LONGEST_NUMBER ? null : parsed(parse, name);
    // Otherwise "1" and "+1" would be one key.
    if (number == null || !number.toString().equals(name)) {
      throw new MappingException(
          "expected a whole number as the name, within range, got " + Values.quote(name));
    }
    return number;
  }

  private static @Nullable Object parsed(Function<String, Object> parse, String name) {
    try {
      return parse.apply(name);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
