package dev.farcall.call;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The HTTP header by which a client says that a call is the same as an earlier one: {@code
 * Idempotency-Key: "8e03978e-40d5-43dd-bc93-6894a57f9324"}. A server that keeps such keys runs the
 * call once, however often it is sent, and answers all of them alike. See the IETF's
 * draft-ietf-httpapi-idempotency-key-header.
 */
public final class IdempotencyKeyHeader {

  /** The name of the header. */
  public static final String NAME = "Idempotency-Key";

  /** How many characters a key may have; 255. */
  public static final int LONGEST = 255;

  private static final Pattern ASCII = Pattern.compile("[ -~]{1," + LONGEST + "}");

  // A string of RFC 8941, section 3.3.3.
  private static final Pattern STRING = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
  private static final Pattern SPECIAL = Pattern.compile("[\"\\\\]");
  private static final int LONGEST_TEXT = 2 + 2 * LONGEST;

  private IdempotencyKeyHeader() {}

  /**
   * The value of the header: the key in quotes.
   *
   * @param key 1 to 255 printable characters of ASCII, blanks included
   * @throws IllegalArgumentException if it is anything else; the message does not have it
   */
  public static String text(String key) {
    if (!ASCII.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to " + LONGEST + " printable characters of ASCII");
    }
    return '"' + SPECIAL.matcher(key).replaceAll("\\\\$0") + '"';
  }

  /**
   * The key, by the values of the header.
   *
   * @param values of all headers of this name
   * @return empty if there is not exactly one, and if it is not one string in quotes with 1 to 255
   *     characters
   */
  public static Optional<String> read(List<String> values) {
    return values.size() == 1 ? read(values.get(0).strip()) : Optional.empty();
  }

  private static Optional<String> read(String value) {
    if (value.length() > LONGEST_TEXT || !STRING.matcher(value).matches()) {
      return Optional.empty();
    }
    String key = ESCAPED.matcher(value.substring(1, value.length() - 1)).replaceAll("$1");
    return Optional.of(key).filter(text -> ASCII.matcher(text).matches());
  }
}
