package dev.farcall.figures;

import static dev.farcall.testkit.CallDocuments.echo;

import java.util.List;
import java.util.stream.Stream;

/** Attacks by numbers that take long to compute. */
final class NumberAttacks {

  private static final String WRONG = "200 -32602";
  private static final List<String> TYPES =
      List.of("int", "i4", "i8", "i1", "i2", "double", "float", "bigdecimal", "biginteger");

  private NumberAttacks() {}

  static Stream<Attack> all() {
    return Stream.concat(
        Stream.of(
            number("a biginteger of 1,001 digits", "biginteger", "7".repeat(1_001)),
            number("a bigdecimal of 1,001 digits", "bigdecimal", "7".repeat(1_001)),
            number("a bigdecimal with a scale of 10,001", "bigdecimal", "1e-10001"),
            number("a bigdecimal of 10^100,000,000", "bigdecimal", "1e100000000")),
        TYPES.stream().map(NumberAttacks::digits));
  }

  private static Attack number(String name, String type, String text) {
    return Attack.of(name, Requests.of(echo(tagged(type, text))), WRONG, Bar.millis(5));
  }

  /** More than a body may have, but not more than what it is decompressed to. */
  private static Attack digits(String type) {
    byte[] request = Requests.zipped(echo(tagged(type, "7".repeat(10_000_000))));
    return Attack.of("10 MB of digits in gzip as " + type, request, WRONG, Bar.millis(50));
  }

  private static String tagged(String type, String text) {
    return "<" + type + ">" + text + "</" + type + ">";
  }
}
