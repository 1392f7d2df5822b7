package dev.farcall;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that can go wrong with a call. It is sealed, so that a caller can tell the
 * causes apart: the other side answered with a fault ({@link FaultException}), a document could not
 * be read or written ({@link WireException}), a value does not fit a Java type ({@link
 * MappingException}), or no answer came that is one ({@link TransportException}).
 */
public abstract sealed class XmlRpcException extends RuntimeException
    permits FaultException, WireException, MappingException, TransportException {

  private static final long serialVersionUID = 1L;

  XmlRpcException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
