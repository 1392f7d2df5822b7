package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is sent: a POST request.
 *
 * @param uri where to, without user and password
 * @param headers by their names in any case; those of the connection and {@code Content-Length} are
 *     the transport's
 * @param body the methodCall
 * @param deadline until when the whole answer is wanted; empty for whenever it comes
 */
public record TransportRequest(
    URI uri, Map<String, List<String>> headers, RequestBody body, Optional<Instant> deadline) {

  /**
   * Copies the headers.
   *
   * @throws IllegalArgumentException if a name is none, or a value has a line break or another
   *     control character
   */
  public TransportRequest {
    headers = anyCase(headers);
    headers.forEach((name, values) -> values.forEach(v -> RequestHeaders.check(name, v)));
  }

  /** This for another address. */
  public TransportRequest withUri(URI uri) {
    return new TransportRequest(uri, headers, body, deadline);
  }

  /** This with other headers. */
  public TransportRequest withHeaders(Map<String, List<String>> headers) {
    return new TransportRequest(uri, headers, body, deadline);
  }

  /** This with another body. */
  public TransportRequest withBody(RequestBody body) {
    return new TransportRequest(uri, headers, body, deadline);
  }

  /** What is left until the deadline, never negative, if there is one. */
  public Optional<Duration> remaining() {
    return deadline
        .map(end -> Duration.between(Instant.now(), end))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  /**
   * That this request got no answer, for a transport to throw.
   *
   * @param problem what happened; the message has the address before it, without its secrets
   * @param cause what found it, or null
   */
  public TransportException failure(Delivery delivery, String problem, @Nullable Throwable cause) {
    return new TransportException(Addresses.shown(uri), delivery, problem, cause);
  }

  /** The address alone: headers and body may hold secrets. */
  @Override
  public String toString() {
    return "POST " + Addresses.shown(uri);
  }

  static Map<String, List<String>> anyCase(Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // Names that differ in case only are one name.
    headers.forEach(
        (name, values) -> copy.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
    copy.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(copy);
  }
}
