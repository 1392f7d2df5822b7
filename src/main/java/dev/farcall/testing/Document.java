package dev.farcall.testing;

import dev.farcall.call.PrintableText;
import dev.farcall.client.TransportRequest;
import dev.farcall.wire.Bodies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of a body, which equal those of another if all of them do. */
final class Document {

  private static final String CODING = "Content-Encoding";
  private static final Pattern METHOD_NAME =
      Pattern.compile("<methodName>\\s*([^<]*?)\\s*</methodName>");
  private static final int LONGEST_NAME = 128;

  private final byte[] bytes;

  Document(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What a request sends, before it was compressed. */
  static Document of(TransportRequest request) {
    try (InputStream body = request.body().open()) {
      byte[] sent = body.readAllBytes();
      Document plain = decompressed(sent, request.headers());
      return plain == null ? new Document(sent) : plain;
    } catch (IOException e) {
      throw new UncheckedIOException("reading the body of a request", e);
    }
  }

  /** What these bytes were before they were compressed, or null if that cannot be told. */
  static @Nullable Document decompressed(byte[] bytes, Map<String, List<String>> headers) {
    String coding = headers.getOrDefault(CODING, List.of()).stream().findFirst().orElse(null);
    if (!Bodies.isSupported(coding)) {
      return null;
    }
    try (InputStream plain = Bodies.decoded(coding, new ByteArrayInputStream(bytes))) {
      return new Document(plain.readAllBytes());
    } catch (IOException e) {
      return null;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** As text, as far as it is UTF-8. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The method that it calls, fit for a line of text; {@code ?} if that cannot be seen. */
  String methodName() {
    Matcher matcher = METHOD_NAME.matcher(text());
    return matcher.find() ? PrintableText.of(matcher.group(1), LONGEST_NAME) : "?";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** How many bytes; never which. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
