package dev.farcall;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reply over HTTP that is no answer: a status other than 200, or a body that is a page for people
 * and not a methodResponse. The counterpart of Python's {@code xmlrpc.client.ProtocolError}.
 */
public final class ProtocolError extends TransportException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, List<String>> headers;
  private final String bodyStart;

  /**
   * A reply that is no answer.
   *
   * @param uri where the call was sent, without user, password and query
   * @param problem what is wrong with the reply; the message is the address and this
   * @param headers of the reply
   * @param bodyStart the beginning of the body, as text
   * @param cause what was found when it was read as an answer, or null
   */
  public ProtocolError(
      URI uri,
      Delivery delivery,
      String problem,
      int status,
      Map<String, List<String>> headers,
      String bodyStart,
      @Nullable Throwable cause) {
    super(uri, delivery, problem, cause);
    this.status = status;
    this.headers = headers;
    this.bodyStart = bodyStart;
  }

  /** The status of HTTP, as 404. */
  public int status() {
    return status;
  }

  /** The headers of the reply, by their names in any case. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    // An exception that went through Java serialization has lost them.
    if (headers != null) {
      anyCase.putAll(headers);
    }
    return anyCase;
  }

  /** The first header of this name, in any case, if there is one. */
  public Optional<String> header(String name) {
    return headers().getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The first 1,024 bytes of the body, decompressed, as text; empty if there was none. */
  public String bodyStart() {
    return bodyStart;
  }
}
