package dev.farcall.client;

import dev.farcall.call.PrintableText;
import dev.farcall.wire.Bodies;
import dev.farcall.wire.IndentedXml;
import dev.farcall.wire.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests and replies as people read them: lines of the head behind {@code >} or {@code <}, and
 * the document laid out and indented. What a server sends can neither forge lines nor reach a
 * terminal.
 */
final class ExchangeText {

  private static final int MOST_BYTES = 64 << 10;
  private static final int LONGEST_LINE = 4_096;
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(auth|cookie|token|secret|password|key).*");

  private ExchangeText() {}

  static String of(TransportRequest request) {
    StringBuilder text = new StringBuilder("> POST " + Addresses.shown(request.uri()) + "\n");
    headers("> ", request.headers(), text);
    body(request.headers(), start(request.body()), text);
    return text.toString();
  }

  /**
   * A reply.
   *
   * @param start the first bytes of its body, as they came
   */
  static String of(TransportReply reply, byte[] start) {
    StringBuilder text = new StringBuilder("< " + reply.status() + "\n");
    headers("< ", reply.headers(), text);
    body(reply.headers(), start, text);
    return text.toString();
  }

  /** One line, whatever it holds. */
  static String line(String text) {
    return PrintableText.of(text, LONGEST_LINE);
  }

  private static void headers(String mark, Map<String, List<String>> headers, StringBuilder text) {
    headers.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    text.append(mark)
                        .append(line(name))
                        .append(": ")
                        .append(value(name, value))
                        .append('\n')));
  }

  private static String value(String name, String value) {
    if (SECRET.matcher(name).matches()) {
      return "***";
    }
    return line(name.equalsIgnoreCase("Location") ? location(value) : value);
  }

  /** What a server gives away in an address is as secret as it is in one that was given to us. */
  private static String location(String value) {
    int secret = value.indexOf('?');
    String shown = secret < 0 ? value : value.substring(0, secret) + "?***";
    return shown.replaceFirst("//[^/]*@", "//***@");
  }

  private static void body(Map<String, List<String>> headers, byte[] start, StringBuilder text) {
    byte[] document = decoded(first(headers, "Content-Encoding"), start);
    String laidOut = IndentedXml.of(new String(document, charset(headers)));
    laidOut.lines().forEach(each -> text.append("  ").append(line(each)).append('\n'));
    if (start.length == MOST_BYTES || document.length == MOST_BYTES) {
      text.append("  ... more than ").append(MOST_BYTES).append(" bytes\n");
    }
  }

  private static byte[] start(RequestBody body) {
    try (InputStream in = body.openBeginning()) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory failed", e);
    }
  }

  /** As much as can be decompressed, which of a beginning is not all. */
  private static byte[] decoded(@Nullable String coding, byte[] start) {
    if (!Bodies.isSupported(coding)) {
      return start;
    }
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    try (InputStream in = Bodies.decoded(coding, new ByteArrayInputStream(start))) {
      for (int next = in.read(); next >= 0 && decoded.size() < MOST_BYTES; next = in.read()) {
        decoded.write(next);
      }
    } catch (IOException e) {
      return decoded.toByteArray();
    }
    return decoded.toByteArray();
  }

  private static Charset charset(Map<String, List<String>> headers) {
    String type = first(headers, "Content-Type");
    String name = type == null ? null : MediaType.parse(type).charset();
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static @Nullable String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }
}
