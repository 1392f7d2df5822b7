package dev.farcall.testkit;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Generators of plain values: every type, every finite number, every legal character. */
public final class GeneratedValues {

  private static final int DEPTH = 5;
  private static final int LONGEST_TEXT = 30;

  // Where escaping, line ends and the limits of XML's character classes lie.
  private static final List<String> AWKWARD =
      List.of(
          "\r",
          "\n",
          "\r\n",
          "\t",
          " ",
          "]]>",
          "<",
          ">",
          "&",
          "&amp;",
          "&#13;",
          "\"",
          "'",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?",
          "\\",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u2028",
          "\ud7ff",
          "\ue000",
          "\ufeff",
          "\ufffd",
          "\ud800\udc00",
          "\udbff\udfff");

  private static final List<Double> EDGES =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.1,
          Double.MIN_VALUE,
          -Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Math.nextDown(Double.MIN_NORMAL),
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          1e7,
          1e-3,
          1e16,
          1e21,
          1e22,
          2.225073858507201e-308,
          9007199254740992.0,
          9.223372036854776e18);

  private GeneratedValues() {}

  /** Values of any type in arrays and structs up to five deep. */
  public static Arbitrary<@Nullable Object> any() {
    return nested(scalars(), DEPTH).withoutEdgeCases();
  }

  /** The same, without the types only Apache's extensions have. */
  public static Arbitrary<@Nullable Object> specified() {
    return nested(specifiedScalars(), DEPTH).withoutEdgeCases();
  }

  /** Every finite double, each bit pattern as likely as another, and edge cases often. */
  public static Arbitrary<Double> doubles() {
    Arbitrary<Double> patterns =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    return Arbitraries.frequencyOf(
        Tuple.of(6, patterns), Tuple.of(2, Arbitraries.of(EDGES)), Tuple.of(2, shortDoubles()));
  }

  /** Texts of every character that XML 1.0 can hold. */
  public static Arbitrary<String> texts() {
    return pieces().list().ofMaxSize(LONGEST_TEXT).map(list -> String.join("", list));
  }

  /** Texts that have at least one character that XML 1.0 cannot hold. */
  public static Arbitrary<String> illegalTexts() {
    return Combinators.combine(texts(), illegalPieces(), texts())
        .as((before, illegal, after) -> before + illegal + after);
  }

  /** Characters that XML 1.0 cannot hold, each a string of one char. */
  public static Arbitrary<String> illegalPieces() {
    return Arbitraries.oneOf(
            Arbitraries.integers()
                .between(0, 0x1f)
                .filter(c -> c != '\t' && c != '\n' && c != '\r'),
            Arbitraries.integers().between(0xd800, 0xdfff),
            Arbitraries.of(0xfffe, 0xffff))
        .map(c -> String.valueOf((char) c.intValue()));
  }

  /** Dates in every form that is read. */
  public static Arbitrary<DateTime> dateTimes() {
    Arbitrary<DateTime> read =
        Combinators.combine(
                dates(),
                Arbitraries.of("", "-"),
                Arbitraries.of("", ":"),
                Arbitraries.of("", ".5", ",25", ".000", ".123456789", ".000000001"),
                Arbitraries.of("", "Z", "+00", "+02", "-0530", "+02:00", "-18:00", "+1800"))
            .as(GeneratedValues::dateTime);
    Arbitrary<DateTime> made =
        Combinators.combine(dates(), Arbitraries.integers().between(-18 * 60, 18 * 60))
            .as((date, minutes) -> OffsetDateTime.of(date, ZoneOffset.ofTotalSeconds(60 * minutes)))
            .map(DateTime::of);
    return Arbitraries.oneOf(read, made, dates().map(DateTime::of));
  }

  private static Arbitrary<@Nullable Object> nested(
      Arbitrary<@Nullable Object> scalars, int depth) {
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<@Nullable Object> inner = Arbitraries.lazy(() -> nested(scalars, depth - 1));
    Arbitrary<@Nullable Object> lists = inner.list().ofMaxSize(4).map(list -> list);
    Arbitrary<@Nullable Object> structs =
        Combinators.combine(texts(), inner)
            .as(Tuple::of)
            .list()
            .ofMaxSize(4)
            .map(
                members -> {
                  Struct struct = new Struct();
                  members.forEach(member -> struct.put(member.get1(), member.get2()));
                  return struct;
                });
    return Arbitraries.frequencyOf(Tuple.of(3, scalars), Tuple.of(1, lists), Tuple.of(1, structs));
  }

  private static Arbitrary<@Nullable Object> specifiedScalars() {
    return Arbitraries.oneOf(
        Arbitraries.integers().map(Object.class::cast),
        Arbitraries.longs().map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast),
        doubles().map(Object.class::cast),
        texts().map(Object.class::cast),
        dateTimes().map(Object.class::cast),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(100).map(Binary::of).injectNull(0.5));
  }

  private static Arbitrary<@Nullable Object> scalars() {
    return Arbitraries.oneOf(
        specifiedScalars(),
        Arbitraries.bytes().map(Object.class::cast),
        Arbitraries.shorts().map(Object.class::cast),
        Arbitraries.integers()
            .map(Float::intBitsToFloat)
            .filter(Float::isFinite)
            .map(Object.class::cast),
        decimals().map(Object.class::cast),
        bigIntegers().map(Object.class::cast));
  }

  private static Arbitrary<BigInteger> bigIntegers() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(BigInteger::valueOf),
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(60).map(BigInteger::new),
        Arbitraries.strings()
            .numeric()
            .ofMinLength(1)
            .ofMaxLength(60)
            .map(digits -> new BigInteger("-" + digits)));
  }

  private static Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(bigIntegers(), Arbitraries.integers().between(-40, 40))
        .as(BigDecimal::new);
  }

  private static Arbitrary<Double> shortDoubles() {
    return Combinators.combine(
            Arbitraries.integers().between(-99_999, 99_999),
            Arbitraries.integers().between(-30, 30))
        .as((digits, exponent) -> Double.valueOf(digits + "e" + exponent));
  }

  private static Arbitrary<LocalDateTime> dates() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9999),
            Arbitraries.integers().between(1, 365),
            Arbitraries.integers().between(0, 86_399))
        .as(
            (year, day, second) ->
                LocalDateTime.of(year, 1, 1, 0, 0).plusDays(day - 1L).plusSeconds(second));
  }

  private static DateTime dateTime(
      LocalDateTime date, String dash, String colon, String fraction, String offset) {
    return DateTime.parse(
        String.format(
            "%04d%s%02d%s%02dT%02d%s%02d%s%02d%s%s",
            date.getYear(),
            dash,
            date.getMonthValue(),
            dash,
            date.getDayOfMonth(),
            date.getHour(),
            colon,
            date.getMinute(),
            colon,
            date.getSecond(),
            fraction,
            offset));
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.integers().between(0x20, 0x7e).map(Character::toString)),
        Tuple.of(3, Arbitraries.of(AWKWARD)),
        Tuple.of(1, Arbitraries.integers().between(0x7f, 0xd7ff).map(Character::toString)),
        Tuple.of(1, Arbitraries.integers().between(0xe000, 0xfffd).map(Character::toString)),
        Tuple.of(1, Arbitraries.integers().between(0x10000, 0x10ffff).map(Character::toString)));
  }
}
