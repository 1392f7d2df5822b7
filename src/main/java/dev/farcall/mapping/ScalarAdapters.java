package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and booleans, with and without their boxes. A number becomes one of another type only if
 * nothing of it is lost, and a whole number never comes from a double.
 */
final class ScalarAdapters implements TypeAdapter.Factory {
  private static final TypeAdapter<Boolean> BOOLEAN =
      new LeafAdapter<>(
          ValueType.BOOLEAN, value -> value instanceof Boolean it ? it : null, it -> it);
  private static final TypeAdapter<Byte> BYTE =
      new LeafAdapter<>(ValueType.INT, ScalarAdapters::toByte, Byte::intValue);
  private static final TypeAdapter<Short> SHORT =
      new LeafAdapter<>(ValueType.INT, ScalarAdapters::toShort, Short::intValue);
  private static final TypeAdapter<Integer> INT =
      new LeafAdapter<>(ValueType.INT, ScalarAdapters::toInt, it -> it);
  private static final TypeAdapter<Long> LONG =
      new LeafAdapter<>(ValueType.I8, ScalarAdapters::toLong, it -> it);
  private static final TypeAdapter<Float> FLOAT =
      new LeafAdapter<>(ValueType.DOUBLE, ScalarAdapters::toFloat, it -> it);
  private static final TypeAdapter<Double> DOUBLE =
      new LeafAdapter<>(ValueType.DOUBLE, ScalarAdapters::toDouble, it -> it);
  private static final TypeAdapter<BigInteger> BIG_INTEGER =
      new LeafAdapter<>(ValueType.BIG_INTEGER, ScalarAdapters::toBigInteger, it -> it);
  private static final TypeAdapter<BigDecimal> BIG_DECIMAL =
      new LeafAdapter<>(ValueType.BIG_DECIMAL, ScalarAdapters::toBigDecimal, it -> it);
  private static final TypeAdapter<Number> NUMBER =
      new LeafAdapter<>(
          TypeDescription.of(ValueType.ANY),
          "a number",
          value -> value instanceof Number it ? it : null,
          ScalarAdapters::known);

  private static final Map<Type, TypeAdapter<?>> ADAPTERS =
      Map.ofEntries(
          Map.entry(boolean.class, new PrimitiveAdapter<>(BOOLEAN)),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(byte.class, new PrimitiveAdapter<>(BYTE)),
          Map.entry(Byte.class, BYTE),
          Map.entry(short.class, new PrimitiveAdapter<>(SHORT)),
          Map.entry(Short.class, SHORT),
          Map.entry(int.class, new PrimitiveAdapter<>(INT)),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, new PrimitiveAdapter<>(LONG)),
          Map.entry(Long.class, LONG),
          Map.entry(float.class, new PrimitiveAdapter<>(FLOAT)),
          Map.entry(Float.class, FLOAT),
          Map.entry(double.class, new PrimitiveAdapter<>(DOUBLE)),
          Map.entry(Double.class, DOUBLE),
          Map.entry(BigInteger.class, BIG_INTEGER),
          Map.entry(BigDecimal.class, BIG_DECIMAL),
          Map.entry(Number.class, NUMBER));

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    return ADAPTERS.get(type);
  }

  private static @Nullable Byte toByte(Object value) {
    Number number = narrow(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    return number == null ? null : number.byteValue();
  }

  private static @Nullable Short toShort(Object value) {
    Number number = narrow(value, Short.MIN_VALUE, Short.MAX_VALUE);
    return number == null ? null : number.shortValue();
  }

  private static @Nullable Integer toInt(Object value) {
    if (value instanceof Integer it) {
      return it;
    }
    Number number = narrow(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    return number == null ? null : number.intValue();
  }

  private static @Nullable Long toLong(Object value) {
    if (value instanceof Long it) {
      return it;
    }
    return isInt(value) ? Long.valueOf(((Number) value).longValue()) : null;
  }

  private static @Nullable Double toDouble(Object value) {
    if (value instanceof Double it) {
      return it;
    } else if (value instanceof Long it) {
      return exact(it);
    }
    return isInt(value) || value instanceof Float
        ? Double.valueOf(((Number) value).doubleValue())
        : null;
  }

  private static @Nullable Float toFloat(Object value) {
    if (value instanceof Float it) {
      return it;
    }
    Double number = toDouble(value);
    if (number == null) {
      return null;
    }
    float nearest = number.floatValue();
    // The second half: 0.1 as a double is the 0.1 of a float, though not to the last bit.
    boolean same =
        Double.compare(nearest, number) == 0
            || (value instanceof Double && Double.parseDouble(Float.toString(nearest)) == number);
    if (!same) {
      throw inexact("float", value);
    }
    return nearest;
  }

  private static @Nullable BigInteger toBigInteger(Object value) {
    if (value instanceof BigInteger it) {
      return it;
    }
    Long number = toLong(value);
    return number == null ? null : BigInteger.valueOf(number);
  }

  private static @Nullable BigDecimal toBigDecimal(Object value) {
    if (value instanceof BigDecimal it) {
      return it;
    } else if (value instanceof Double || value instanceof Float) {
      boolean finite = Double.isFinite(((Number) value).doubleValue());
      return finite ? new BigDecimal(value.toString()) : null;
    }
    BigInteger number = toBigInteger(value);
    return number == null ? null : new BigDecimal(number);
  }

  private static @Nullable Number narrow(Object value, int least, int most) {
    if (!(isInt(value) || value instanceof Long)) {
      return null;
    }
    Number number = (Number) value;
    if (number.longValue() < least || number.longValue() > most) {
      throw Values.mismatch("int from " + least + " to " + most, value);
    }
    return number;
  }

  private static boolean isInt(Object value) {
    return value instanceof Integer || value instanceof Short || value instanceof Byte;
  }

  private static Double exact(Long number) {
    double nearest = number;
    // The largest long becomes 2^63, which a cast cuts back to the largest long.
    if ((long) nearest != number || number == Long.MAX_VALUE) {
      throw inexact("double", number);
    }
    return nearest;
  }

  private static MappingException inexact(String type, Object value) {
    return new MappingException(
        "expected double, got "
            + Values.describe(value)
            + ", which a "
            + type
            + " cannot hold exactly");
  }

  private static Object known(Number number) {
    if (ADAPTERS.containsKey(number.getClass())) {
      return number;
    }
    throw Unsupported.type(number.getClass());
  }
}
