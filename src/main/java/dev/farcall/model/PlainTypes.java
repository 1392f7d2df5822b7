package dev.farcall.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Says an extension value with the types every peer knows, where nothing is lost by it: an integer
 * of any type as an int if it fits, else as 64 bit; a decimal as the double that has the same
 * digits.
 */
public final class PlainTypes {

  private static final BigInteger SMALLEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  private PlainTypes() {}

  /**
   * The same number as {@code Integer}, {@code Long} or {@code Double}.
   *
   * @return null if none of them is the same number
   */
  public static @Nullable Number reduce(Number number) {
    if (number instanceof Integer || number instanceof Double) {
      return number;
    } else if (number instanceof Long || number instanceof Short || number instanceof Byte) {
      return integer(number.longValue());
    } else if (number instanceof Float) {
      return Double.valueOf(number.toString());
    } else if (number instanceof BigInteger big) {
      return big.compareTo(SMALLEST_LONG) >= 0 && big.compareTo(LARGEST_LONG) <= 0
          ? integer(big.longValue())
          : null;
    } else if (number instanceof BigDecimal decimal) {
      return decimal(decimal);
    }
    return null;
  }

  private static Number integer(long value) {
    return value == (int) value ? (Number) (int) value : (Number) value;
  }

  private static @Nullable Number decimal(BigDecimal decimal) {
    double nearest = decimal.doubleValue();
    boolean same =
        Double.isFinite(nearest)
            && new BigDecimal(Double.toString(nearest)).compareTo(decimal) == 0;
    return same ? nearest : null;
  }
}
