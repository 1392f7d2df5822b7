package dev.farcall;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A call to which no answer came that is one: no connection, no trust, no time, or a reply that is
 * not XML-RPC, which is a {@link ProtocolError}. {@link #delivery()} tells whether the call can
 * have been run.
 */
public sealed class TransportException extends XmlRpcException permits ProtocolError {

  private static final long serialVersionUID = 1L;

  private final URI uri;
  private final Delivery delivery;

  /**
   * A call that got no answer.
   *
   * @param uri where it was sent, without user, password and query
   * @param problem what happened; the message is the address and this
   * @param cause what found it, or null
   */
  public TransportException(URI uri, Delivery delivery, String problem, @Nullable Throwable cause) {
    super(uri + ": " + problem, cause);
    this.uri = uri;
    this.delivery = delivery;
  }

  /** Where the call was sent, without user, password and query. */
  public final URI uri() {
    return uri;
  }

  /** How far the call came. */
  public final Delivery delivery() {
    return delivery;
  }
}
