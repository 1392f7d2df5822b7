package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.WireException;
import dev.farcall.model.MethodResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short ways to documents, for the tests of this package. */
final class TestDocuments {

  static final Codec STANDARD = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  static final Codec LENIENT = Codec.of(WireLimits.defaults(), Reading.LENIENT);

  private TestDocuments() {}

  /** A call with one param that holds this. */
  static String call(String value) {
    return "<methodCall><methodName>m</methodName><params><param>"
        + value
        + "</param></params></methodCall>";
  }

  /** A call with one param, a value that holds this. */
  static String callWith(String inValue) {
    return call("<value>" + inValue + "</value>");
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static ByteArrayInputStream in(String document) {
    return new ByteArrayInputStream(utf8(document));
  }

  static List<@Nullable Object> params(Codec codec, byte[] document, @Nullable String charset) {
    try {
      return codec.readCall(new ByteArrayInputStream(document), charset).call().params();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<@Nullable Object> params(Codec codec, String document) {
    return params(codec, utf8(document), null);
  }

  static WireException refused(Codec codec, byte[] document, @Nullable String charset) {
    return assertThrows(WireException.class, () -> params(codec, document, charset));
  }

  static WireException refused(Codec codec, String document) {
    return refused(codec, utf8(document), null);
  }

  /** The code and the problem a call is refused with, as {@code -32600 problem}. */
  static String refusal(Codec codec, String document) {
    WireException e = refused(codec, document);
    return e.code().code() + " " + e.problem();
  }

  /** What stands in the first param of a response with this value. */
  static String written(@Nullable Object value, Dialect dialect) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      STANDARD.write(MethodResponse.of(value), dialect, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String document = out.toString(dialect.encoding());
    int start = document.indexOf("<param>") + "<param>".length();
    return document.substring(start, document.indexOf("</param>"));
  }

  static WireException unwritable(@Nullable Object value, Dialect dialect) {
    return assertThrows(WireException.class, () -> written(value, dialect));
  }
}
