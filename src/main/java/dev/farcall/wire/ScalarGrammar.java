package dev.farcall.wire;

import dev.farcall.DateTime;
import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Base64Decoder;
import dev.farcall.model.Lexical;
import dev.farcall.model.ScalarType;
import java.time.DateTimeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From the text of a scalar to its value, with more or less good will. */
enum ScalarGrammar {

  /** Only what can mean but one thing. */
  STANDARD {
    @Override
    @Nullable Object parse(ScalarType type, TextBuffer text) {
      return type.parse(text);
    }

    @Override
    byte[] finish(Base64Decoder ended) {
      return ended.finish();
    }
  },

  /** The same, and where that fails, what old peers mean by what they send. */
  LENIENT {
    @Override
    @Nullable Object parse(ScalarType type, TextBuffer text) {
      if (type == ScalarType.STRING) {
        return text.toString();
      }
      CharSequence trimmed = Lexical.trim(text);
      // Go's and Ruby's clients write nothing for what is not set.
      return trimmed.length() == 0 ? null : guess(type, trimmed.toString());
    }

    @Override
    byte[] finish(Base64Decoder ended) {
      return ended.finishUnpadded();
    }
  };

  static ScalarGrammar of(Reading reading) {
    return reading == Reading.LENIENT ? LENIENT : STANDARD;
  }

  /**
   * The value of the text of an element, of any type but base64.
   *
   * @throws WireException if it is not of this type
   */
  abstract @Nullable Object parse(ScalarType type, TextBuffer text);

  /**
   * The last bytes of a base64 whose text has ended.
   *
   * @throws WireException if it ended too early
   */
  abstract byte[] finish(Base64Decoder ended);

  private static @Nullable Object guess(ScalarType type, String text) {
    return switch (type) {
      case INT, I4 -> integer(text);
      case BOOLEAN -> bool(text);
      case DOUBLE -> real(text);
      case DATE_TIME, EX_DATE_TIME -> dateTime(text);
      default -> type.parse(text);
    };
  }

  /** An integer of any size: Node's and Go's clients write those as int. */
  private static Object integer(String text) {
    try {
      long number = Lexical.toLong(text);
      return number == (int) number ? (Object) (int) number : (Object) number;
    } catch (WireException e) {
      // To be refused as the int it is.
      return Lexical.toInt(text);
    }
  }

  private static Object bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> Lexical.toBoolean(text);
    };
  }

  private static Object real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> Lexical.toDouble(text);
    };
  }

  private static @Nullable Object dateTime(String text) {
    // PHP with MySQL behind it writes a date of zeros for none.
    if (text.startsWith("00000000T") || text.startsWith("0000-00-00")) {
      return null;
    }
    try {
      return DateTime.parseLenient(text);
    } catch (DateTimeException e) {
      throw new WireException(
          FaultCode.INVALID_PARAMS, "expected a dateTime.iso8601, got " + Lexical.quote(text));
    }
  }
}
