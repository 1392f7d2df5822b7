package dev.farcall.servlet;

import dev.farcall.wire.Bodies;
import dev.farcall.wire.MediaType;
import dev.farcall.wire.ReceivedCall;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request: counts, decompresses, decodes. While it is open, a thread may wait for
 * it. For use by one thread.
 */
final class RequestBody implements AutoCloseable {

  private static final Duration LONGEST_DRAINING = Duration.ofSeconds(2);

  private final RequestBodies how;
  private final HttpServletRequest request;
  private @Nullable AwaitedBody awaited;
  private @Nullable WholeBody whole;

  RequestBody(RequestBodies how, HttpServletRequest request) {
    this.how = how;
    this.request = request;
  }

  /**
   * Reads the call, and the body to its end, where this is closed.
   *
   * @throws dev.farcall.WireException if the document is none, or beyond a limit
   * @throws IOException if the body is too large, too slow, damaged or incomplete
   */
  ReceivedCall read(Room room) throws IOException {
    try (InputStream decoded = room.counting(decoded())) {
      ReceivedCall call = how.codec().readCall(decoded, charset(request), room.file());
      // Lenient reading stops behind the document, when the body is not yet known to be whole.
      decoded.transferTo(OutputStream.nullOutputStream());
      close();
      return call;
    }
  }

  private InputStream decoded() throws IOException {
    HttpSettings http = how.settings().http();
    InputStream timed =
        new TimedStream(whole(true), Duration.ofSeconds(http.maxBodySeconds()), how.nanoTime());
    InputStream capped = Bodies.capped(timed, http.maxRequestBytes(), LengthRule.SETTING);
    return Bodies.capped(
        Bodies.decoded(ContentEncodingRule.encoding(request), capped),
        how.settings().limits().maxDocumentBytes(),
        "max-document-bytes");
  }

  /**
   * Reads some of what is left, once the answer is out, and closes this. Most clients send all of a
   * call before they look for an answer, and would find a broken connection instead.
   */
  void drain() {
    try {
      WholeBody left = whole(false);
      // Where no thread may wait, none waits for what is of no use.
      if (awaited != null && !left.isOver()) {
        InputStream timed = new TimedStream(left, LONGEST_DRAINING, how.nanoTime());
        long most = how.settings().http().maxRequestBytes();
        Bodies.capped(timed, most, LengthRule.SETTING).transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException | RuntimeException unread) {
      // The container closes the connection then, which is all that can be done.
      return;
    } finally {
      close();
    }
  }

  private WholeBody whole(boolean wanted) throws IOException {
    WholeBody opened = whole;
    if (opened == null) {
      ServletInputStream sent = request.getInputStream();
      long length = request.getContentLengthLong();
      awaited = how.waits().admit(request, sent, wanted);
      opened = new WholeBody(awaited == null ? new ImpatientStream(sent) : awaited, length);
      whole = opened;
    }
    return opened;
  }

  /** Lets a thread wait for another body. The container's stream stays open. */
  @Override
  public void close() {
    if (awaited != null) {
      awaited.close();
      awaited = null;
    }
  }

  private static @Nullable String charset(HttpServletRequest request) {
    String contentType = request.getHeader("Content-Type");
    return contentType == null ? null : MediaType.parse(contentType).charset();
  }
}
