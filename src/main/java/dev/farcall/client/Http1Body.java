package dev.farcall.client;

import static java.util.stream.Collectors.toSet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The body of an answer: RFC 9112, section 6. Read to its end, it gives the connection back; closed
 * before, it closes the connection.
 */
abstract sealed class Http1Body extends InputStream {

  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,15}");

  private final Http1Lease lease;
  private boolean ended;

  Http1Body(Http1Lease lease) {
    this.lease = lease;
  }

  /**
   * The body behind this head.
   *
   * @throws ProtocolException if the head tells two different lengths
   */
  static Http1Body of(Http1Head head, Http1Lease lease) throws IOException {
    List<String> codings = head.headers().getOrDefault("Transfer-Encoding", List.of());
    List<String> lengths = head.headers().getOrDefault("Content-Length", List.of());
    if (head.status() == 204 || head.status() == 304) {
      return new Fixed(lease, 0);
    } else if (!codings.isEmpty()) {
      if (!lengths.isEmpty() || codings.size() > 1 || !isChunked(codings.get(0))) {
        throw new ProtocolException("the answer has a Transfer-Encoding other than chunked alone");
      }
      return new Chunked(lease);
    } else if (lengths.isEmpty()) {
      return new UntilClosed(lease);
    }
    return new Fixed(lease, length(lengths));
  }

  private static long length(List<String> headers) throws ProtocolException {
    // The same more than once is forgiven (RFC 9112, section 6.3). The blanks are taken off apart:
    // a pattern that looks for them, too, takes the square of their number.
    Set<String> different =
        headers.stream()
            .flatMap(header -> Stream.of(header.split(",", -1)))
            .map(String::strip)
            .collect(toSet());
    String length = different.iterator().next();
    if (different.size() > 1 || !LENGTH.matcher(length).matches()) {
      throw new ProtocolException("the answer has a Content-Length that is no number");
    }
    return Long.parseLong(length);
  }

  private static boolean isChunked(String coding) {
    return coding.equalsIgnoreCase("chunked");
  }

  /** Some of the next bytes, at least one; -1 at the end of the body. */
  abstract int readSome(byte[] target, int offset, int length) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (ended) {
      return -1;
    }
    if (length == 0) {
      return 0;
    }
    int count = readSome(target, offset, length);
    if (count < 0) {
      ended = true;
      lease.end();
    }
    return count;
  }

  @Override
  public final void close() throws IOException {
    if (!ended) {
      ended = true;
      lease.breakOff();
    }
  }

  final int fromConnection(byte[] target, int offset, int length) throws IOException {
    return lease.connection().read(target, offset, length, lease.watch());
  }

  final Http1Lines lines() {
    return new Http1Lines(lease.connection(), lease.watch());
  }

  /** As many bytes as were announced. */
  private static final class Fixed extends Http1Body {
    private long left;

    Fixed(Http1Lease lease, long length) {
      super(lease);
      this.left = length;
    }

    @Override
    int readSome(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = fromConnection(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("the body ended " + left + " bytes early");
      }
      left -= count;
      return count;
    }
  }

  /** All there is, as servers of HTTP/1.0 send it. */
  private static final class UntilClosed extends Http1Body {
    UntilClosed(Http1Lease lease) {
      super(lease.once());
    }

    @Override
    int readSome(byte[] target, int offset, int length) throws IOException {
      return fromConnection(target, offset, length);
    }
  }

  /** In chunks (RFC 9112, section 7.1). */
  private static final class Chunked extends Http1Body {
    private long left;
    private boolean first = true;

    Chunked(Http1Lease lease) {
      super(lease);
    }

    @Override
    int readSome(byte[] target, int offset, int length) throws IOException {
      if (left == 0 && !nextChunk()) {
        return -1;
      }
      int count = fromConnection(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("a chunk of the body ended " + left + " bytes early");
      }
      left -= count;
      return count;
    }

    private boolean nextChunk() throws IOException {
      Http1Lines lines = lines();
      if (!first && !lines.next().isEmpty()) {
        throw new ProtocolException("a chunk of the body is longer than it says");
      }
      first = false;
      String size = lines.next().split(";", 2)[0].strip();
      if (!CHUNK_SIZE.matcher(size).matches()) {
        throw new ProtocolException("a chunk of the body has a size that is no number");
      }
      left = Long.parseLong(size, 16);
      if (left == 0) {
        passOverTrailers(lines);
      }
      return left > 0;
    }

    private static void passOverTrailers(Http1Lines lines) throws IOException {
      String line = lines.next();
      while (!line.isEmpty()) {
        line = lines.next();
      }
    }
  }
}
