package dev.farcall.testkit;

import dev.farcall.Struct;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of plain values on their way through the types of the specification, {@code i8} and
 * {@code nil}: integers come back as {@code Integer} where they fit, decimals as {@code Double} of
 * the same digits.
 */
public final class PlainDialect {

  private static final BigInteger BEYOND_LONG = BigInteger.ONE.shiftLeft(63);

  private PlainDialect() {}

  /** Whether a value and all that is in it can be written. */
  public static boolean canWrite(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().allMatch(PlainDialect::canWrite);
    } else if (value instanceof Struct struct) {
      return struct.values().stream().allMatch(PlainDialect::canWrite);
    } else if (value instanceof BigInteger number) {
      return number.compareTo(BEYOND_LONG) < 0 && number.compareTo(BEYOND_LONG.negate()) >= 0;
    } else if (value instanceof BigDecimal number) {
      double nearest = number.doubleValue();
      return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0;
    }
    return true;
  }

  /** The value as it is read back. */
  public static @Nullable Object readBack(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return readBack(list);
    } else if (value instanceof Struct struct) {
      Struct read = new Struct();
      for (Map.Entry<String, @Nullable Object> member : struct.entrySet()) {
        read.put(member.getKey(), readBack(member.getValue()));
      }
      return read;
    } else if (value instanceof Long || value instanceof Short || value instanceof Byte) {
      return integer(((Number) value).longValue());
    } else if (value instanceof BigInteger number) {
      return integer(number.longValueExact());
    } else if (value instanceof Float || value instanceof BigDecimal) {
      return Double.valueOf(value.toString());
    }
    return value;
  }

  /** The call as it is read back. */
  public static MethodCall readBack(MethodCall call) {
    return new MethodCall(call.methodName(), readBack(call.params()));
  }

  /** The response as it is read back. */
  public static MethodResponse readBack(MethodResponse response) {
    return response.fault().isPresent() ? response : MethodResponse.of(readBack(response.value()));
  }

  private static List<@Nullable Object> readBack(List<?> list) {
    List<@Nullable Object> read = new ArrayList<>();
    list.forEach(item -> read.add(readBack(item)));
    return read;
  }

  private static Object integer(long value) {
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }
}
