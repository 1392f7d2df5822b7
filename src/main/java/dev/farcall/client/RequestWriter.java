package dev.farcall.client;

import dev.farcall.call.CallContext;
import dev.farcall.call.DeadlineHeader;
import dev.farcall.model.MethodCall;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Turns a call into a request. */
final class RequestWriter {

  // The compressed bytes are in memory, and their number goes before them.
  private static final long MOST_COMPRESSED = 16 << 20;

  private final URI uri;
  private final Codec codec;
  private final Dialect dialect;
  private final Map<String, List<String>> headers;
  private final @Nullable BearerToken bearerToken;
  private final int gzipFromBytes;

  /**
   * A writer of requests.
   *
   * @param headers of every request
   * @param bearerToken asked for each call; null for none
   * @param gzipFromBytes how long a body is compressed from
   */
  RequestWriter(
      URI uri,
      Codec codec,
      Dialect dialect,
      Map<String, List<String>> headers,
      @Nullable BearerToken bearerToken,
      int gzipFromBytes) {
    this.uri = uri;
    this.codec = codec;
    this.dialect = dialect;
    this.headers = headers;
    this.bearerToken = bearerToken;
    this.gzipFromBytes = gzipFromBytes;
  }

  /** Where requests go, as it may be shown. */
  URI address() {
    return Addresses.shown(uri);
  }

  /**
   * The request of this call.
   *
   * @throws dev.farcall.WireException if a value cannot be written in the dialect
   * @throws IllegalArgumentException if the context adds a header that cannot be sent
   */
  TransportRequest write(MethodCall call, CallContext context) {
    RequestBody body = RequestBody.of(codec.encode(call, dialect));
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    if (bearerToken != null) {
      all.put("Authorization", List.of(bearerToken.header()));
    }
    context
        .addedHeaders()
        .forEach(
            (name, value) -> {
              RequestHeaders.checkOwn(name, value);
              all.put(name, List.of(value));
            });
    context
        .remaining()
        .ifPresent(left -> all.put(DeadlineHeader.NAME, List.of(DeadlineHeader.text(left))));
    if (body.length() >= gzipFromBytes && body.length() <= MOST_COMPRESSED) {
      all.put("Content-Encoding", List.of("gzip"));
      body = compressed(body);
    }
    return new TransportRequest(uri, all, body, context.deadline());
  }

  private static RequestBody compressed(RequestBody body) {
    RequestBody.Buffer buffer = new RequestBody.Buffer();
    try (OutputStream out = new GZIPOutputStream(buffer);
        InputStream in = body.open()) {
      in.transferTo(out);
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory failed", e);
    }
    return buffer.toBody();
  }
}
