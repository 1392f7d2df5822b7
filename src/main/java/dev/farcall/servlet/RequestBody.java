package dev.farcall.servlet;

import dev.farcall.wire.Bodies;
import dev.farcall.wire.Codec;
import dev.farcall.wire.MediaType;
import dev.farcall.wire.ReceivedCall;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the call out of a request: counts, decompresses, decodes.
 *
 * @param waits limits for how many bodies threads wait at once
 * @param nanoTime a clock as {@link System#nanoTime}
 */
record RequestBody(Codec codec, ServletSettings settings, BodyWaits waits, LongSupplier nanoTime) {

  private static final Duration LONGEST_DRAINING = Duration.ofSeconds(2);

  /**
   * Reads the call, and the body to its end.
   *
   * @throws dev.farcall.WireException if the document is none, or beyond a limit
   * @throws IOException if the body is too large, too slow, damaged or incomplete
   */
  ReceivedCall read(HttpServletRequest request, Room room) throws IOException {
    try (InputStream sent = waits.of(request);
        InputStream decoded = room.counting(decoded(sent, request))) {
      ReceivedCall call = codec.readCall(decoded, charset(request), room.file());
      // Lenient reading stops behind the document, when the body is not yet known to be whole.
      decoded.transferTo(OutputStream.nullOutputStream());
      return call;
    }
  }

  private InputStream decoded(InputStream sent, HttpServletRequest request) throws IOException {
    HttpSettings http = settings.http();
    InputStream whole = new WholeBody(sent, request.getContentLengthLong());
    InputStream timed = new TimedStream(whole, Duration.ofSeconds(http.maxBodySeconds()), nanoTime);
    InputStream capped = Bodies.capped(timed, http.maxRequestBytes(), LengthRule.SETTING);
    return Bodies.capped(
        Bodies.decoded(ContentEncodingRule.encoding(request), capped),
        settings.limits().maxDocumentBytes(),
        "max-document-bytes");
  }

  /**
   * Reads some of what is left, once the answer is out. Most clients send all of a call before they
   * look for an answer, and would find a broken connection instead. Nothing is waited for.
   */
  void drain(HttpServletRequest request) {
    try {
      InputStream prompt = new ImpatientStream(request.getInputStream());
      InputStream timed = new TimedStream(prompt, LONGEST_DRAINING, nanoTime);
      InputStream rest =
          Bodies.capped(timed, settings.http().maxRequestBytes(), LengthRule.SETTING);
      rest.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | RuntimeException unread) {
      // The container closes the connection then, which is all that can be done.
      return;
    }
  }

  private static @Nullable String charset(HttpServletRequest request) {
    String contentType = request.getHeader("Content-Type");
    return contentType == null ? null : MediaType.parse(contentType).charset();
  }
}
