package dev.farcall.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back: the head, and the body as it comes.
 *
 * @param status of HTTP, as 200
 * @param headers by their names in any case
 * @param body as it comes over the wire, compressed if the headers say so
 */
public record TransportReply(int status, Map<String, List<String>> headers, InputStream body)
    implements AutoCloseable {

  /** Copies the headers. */
  public TransportReply {
    headers = TransportRequest.anyCase(headers);
  }

  /** The first header of this name, in any case, if there is one. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** This with another body. */
  public TransportReply withBody(InputStream body) {
    return new TransportReply(status, headers, body);
  }

  /** Closes the body, and with it the connection unless the body was read to its end. */
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing a reply", e);
    }
  }

  /** The status alone: headers and body may hold secrets. */
  @Override
  public String toString() {
    return "status " + status;
  }
}
