package dev.farcall.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back: the head, and the body as it comes.
 *
 * @param status of HTTP, as 200
 * @param headers by their names in any case
 * @param body as it comes over the wire, compressed if the headers say so
 * @param redirectedTo where it came from, if that is not where the request was sent first
 */
public record TransportReply(
    int status, Map<String, List<String>> headers, InputStream body, Optional<URI> redirectedTo)
    implements AutoCloseable {

  /** Copies the headers. */
  public TransportReply {
    headers = TransportRequest.anyCase(headers);
  }

  /** A reply of the server that was asked. */
  public TransportReply(int status, Map<String, List<String>> headers, InputStream body) {
    this(status, headers, body, Optional.empty());
  }

  /** The first header of this name, in any case, if there is one. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** This with another body. */
  public TransportReply withBody(InputStream body) {
    return new TransportReply(status, headers, body, redirectedTo);
  }

  /** This as one that came from another address than the request was sent to first. */
  public TransportReply withRedirect(URI to) {
    return new TransportReply(status, headers, body, Optional.of(to));
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
