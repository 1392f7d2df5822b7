package dev.farcall.cli;

import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import dev.farcall.wire.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the body of the last reply as it came, as far as it was read. For one call at a time. */
final class RecordedReply {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Charset charset = StandardCharsets.UTF_8;

  /** A transport that keeps what this one gets. */
  Transport around(Transport next) {
    return request -> record(next.send(uncompressed(request)));
  }

  /** What came; empty if nothing did. */
  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** What came, as text of the charset that its header has, or of UTF-8. */
  String text() {
    return bytes.toString(charset);
  }

  private TransportReply record(TransportReply reply) {
    bytes.reset();
    charset = charset(reply.header("Content-Type").map(MediaType::parse).orElse(null));
    return reply.withBody(new Copied(reply.body()));
  }

  private static TransportRequest uncompressed(TransportRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.remove("Accept-Encoding");
    return request.withHeaders(headers);
  }

  private static Charset charset(@Nullable MediaType type) {
    try {
      return type == null || type.charset() == null
          ? StandardCharsets.UTF_8
          : Charset.forName(type.charset());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private final class Copied extends FilterInputStream {
    Copied(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        bytes.write(next);
      }
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        bytes.write(target, offset, count);
      }
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
