package dev.farcall.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of HTTP messages on their way to a {@link Codec}: within a limit, and decompressed.
 *
 * <p>There is no limit on how well a body may be compressed, for an honest array of equal numbers
 * shrinks four hundred times. What counts is how many bytes come out, and {@link
 * WireLimits#maxDocumentBytes} limits those.
 */
public final class Bodies {

  private Bodies() {}

  /**
   * A body within a limit.
   *
   * @param limit in bytes
   * @param setting that raises the limit, for the message
   * @return a stream that throws {@link BodyTooLargeException} at the first byte beyond it
   */
  public static InputStream capped(InputStream in, long limit, String setting) {
    return new CappedStream(in, limit, setting);
  }

  /** Whether {@link #decoded} knows the value of a Content-Encoding header; null is no header. */
  public static boolean isSupported(@Nullable String contentEncoding) {
    return Coding.of(contentEncoding) != null;
  }

  /**
   * A body as it was before it was compressed: with {@code gzip} or {@code x-gzip}, or with {@code
   * deflate} in either of its meanings, which is what some peers send.
   *
   * @param contentEncoding one that {@link #isSupported}; null and {@code identity} change nothing
   * @return a stream that throws {@link CorruptBodyException} where the body does not decompress;
   *     it is to be closed, which closes the other stream
   * @throws IllegalArgumentException if the coding is not supported
   */
  public static InputStream decoded(@Nullable String contentEncoding, InputStream in)
      throws IOException {
    Coding coding = Coding.of(contentEncoding);
    if (coding == null) {
      throw new IllegalArgumentException("not a supported coding: " + contentEncoding);
    }
    return switch (coding) {
      case IDENTITY -> in;
      case GZIP -> InflatingStream.gzip(in);
      case DEFLATE -> InflatingStream.deflate(in);
    };
  }

  /** The codings of RFC 9110, section 8.4.1, but for one that Java cannot read. */
  private enum Coding {
    IDENTITY,
    GZIP,
    DEFLATE;

    static @Nullable Coding of(@Nullable String contentEncoding) {
      if (contentEncoding == null) {
        return IDENTITY;
      }
      return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
        case "", "identity" -> IDENTITY;
        case "gzip", "x-gzip" -> GZIP;
        case "deflate" -> DEFLATE;
        default -> null;
      };
    }
  }
}
