package dev.farcall.client;

import dev.farcall.Delivery;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request on its way: the head, and the body as a whole if it is in memory, or else one piece
 * after the other.
 */
final class Http1Outgoing implements Closeable {

  private final ByteBuffer head;
  private final Optional<Http1Pieces> pieces;
  private ByteBuffer body;

  Http1Outgoing(TransportRequest request) {
    head = ByteBuffer.wrap(head(request).getBytes(StandardCharsets.ISO_8859_1));
    Optional<ByteBuffer> whole = request.body().inMemory();
    pieces = whole.isPresent() ? Optional.empty() : Optional.of(new Http1Pieces(request.body()));
    body = whole.orElse(ByteBuffer.allocate(0));
  }

  /** What is to be sent now; the last of it has something left as long as any has. */
  ByteBuffer[] parts() {
    return body.hasRemaining() || pieces.isEmpty()
        ? new ByteBuffer[] {head, body}
        : new ByteBuffer[] {head};
  }

  /** Whether there is more to be sent, once those parts are. */
  boolean next() throws IOException {
    if (head.hasRemaining() || body.hasRemaining() || pieces.isEmpty()) {
      return false;
    }
    body = pieces.get().next();
    return body.hasRemaining();
  }

  boolean isBegun() {
    return head.position() > 0;
  }

  boolean isWhole() {
    return !body.hasRemaining() && isLast();
  }

  /**
   * A server that has not got the last byte of a document has none to run. Of one that is
   * compressed a checksum of 8 bytes is last, which it need not wait for.
   */
  Delivery delivery() {
    return isLast() && body.remaining() <= 8 ? Delivery.UNKNOWN : Delivery.NOT_SENT;
  }

  private boolean isLast() {
    return pieces.map(Http1Pieces::isEnded).orElse(true);
  }

  @Override
  public void close() throws IOException {
    if (pieces.isPresent()) {
      pieces.get().close();
    }
  }

  private static String head(TransportRequest request) {
    URI uri = request.uri();
    StringBuilder head = new StringBuilder(512);
    head.append("POST ").append(uri.getRawPath());
    if (uri.getRawQuery() != null) {
      head.append('?').append(uri.getRawQuery());
    }
    head.append(" HTTP/1.1\r\n");
    line(head, "Host", Addresses.authority(uri));
    request.headers().forEach((name, values) -> values.forEach(v -> line(head, name, v)));
    long length = request.body().length();
    if (length < 0) {
      line(head, "Transfer-Encoding", "chunked");
    } else {
      line(head, "Content-Length", String.valueOf(length));
    }
    return head.append("\r\n").toString();
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
