package dev.farcall.cli;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parameters as they are typed: {@code i:5}, {@code s:text}, or a word whose type is guessed.
 *
 * @param input what {@code f:-} stands for
 */
record Arguments(InputStream input) {

  /** The types, as a regular expression. */
  static final String TYPES = "i|l|s|d|b|t|n|f|x|64|j";

  private static final Pattern TYPED = Pattern.compile("(" + TYPES + "):(.*)", Pattern.DOTALL);

  /**
   * The plain value of an argument.
   *
   * @throws IllegalArgumentException if it is not of the type that it names
   * @throws CommandFailure if it names a file that cannot be read
   */
  @Nullable Object read(String argument) {
    Matcher typed = TYPED.matcher(argument);
    return typed.matches() ? typed(typed.group(1), typed.group(2)) : guess(argument);
  }

  private @Nullable Object typed(String type, String text) {
    return switch (type) {
      case "i" -> Numbers.i4(text);
      case "l" -> Numbers.i8(text);
      case "s" -> text;
      case "d" -> Numbers.decimal(text);
      case "b" -> truth(text);
      case "t" -> date(text);
      case "n" -> nil(text);
      case "f" -> Binary.wrap(content(text));
      case "x" -> Binary.wrap(hex(text));
      case "64" -> Binary.wrap(base64(text));
      default -> JsonArgument.read(text, this::read);
    };
  }

  private @Nullable Object guess(String word) {
    if (word.startsWith("{") || word.startsWith("[")) {
      return JsonArgument.read(word, this::read);
    } else if (Numbers.isNumber(word)) {
      return Numbers.read(word);
    }
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> word;
    };
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw new IllegalArgumentException("expected true, false, 1 or 0, got \"" + text + "\"");
    };
  }

  private static DateTime date(String text) {
    try {
      return DateTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(CommandFailure.reason(e), e);
    }
  }

  private static @Nullable Object nil(String text) {
    if (!text.isEmpty()) {
      throw new IllegalArgumentException("nothing follows n:, got \"" + text + "\"");
    }
    return null;
  }

  private byte[] content(String file) {
    try {
      return file.equals("-") ? input.readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new CommandFailure("cannot read " + file + ": " + CommandFailure.reason(e), e);
    }
  }

  private static byte[] hex(String text) {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "expected two hexadecimal digits for each byte, got \"" + text + "\"", e);
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expected base64, got \"" + text + "\"", e);
    }
  }
}
