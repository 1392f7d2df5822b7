package dev.farcall;

import java.util.Optional;

/**
 * The fault codes that are reserved for the protocol, most of which this library answers with.
 *
 * <p>The codes from {@code -32300} to {@code -32702} are those of the "Specification for Fault Code
 * Interoperability", version 20010516. The codes from {@code -32001} to {@code -32005} lie in the
 * range that document leaves to implementations of a server.
 */
public enum FaultCode {
  /** The document is not well-formed XML. */
  NOT_WELL_FORMED(-32700),
  /** The document is in a character encoding that is not accepted. */
  UNSUPPORTED_ENCODING(-32701),
  /** The document holds bytes that its character encoding does not allow. */
  INVALID_CHARACTER(-32702),
  /** The document is well-formed but is not XML-RPC. */
  INVALID_REQUEST(-32600),
  /** No method has the name that was called. */
  METHOD_NOT_FOUND(-32601),
  /** The method exists but not with these parameters. */
  INVALID_PARAMS(-32602),
  /** The method failed in a way it did not announce. */
  INTERNAL_ERROR(-32603),
  /** An application error without a code of its own. */
  APPLICATION_ERROR(-32500),
  /** The system the server runs on failed. */
  SYSTEM_ERROR(-32400),
  /** The transport failed. */
  TRANSPORT_ERROR(-32300),
  /** The caller may not do this. */
  ACCESS_DENIED(-32001),
  /** A limit was exceeded; the fault string names its setting. */
  LIMIT_EXCEEDED(-32002),
  /** The server is too busy or about to stop; the call was not started. */
  OVERLOADED(-32003),
  /** The time for the call ran out. */
  DEADLINE_EXCEEDED(-32004),
  /**
   * An earlier call with the same idempotency key is still running; its answer is not known yet.
   */
  STILL_RUNNING(-32005);

  private static final int LOWEST_RESERVED = -32768;
  private static final int HIGHEST_RESERVED = -32000;

  private final int code;

  FaultCode(int code) {
    this.code = code;
  }

  /** The number that travels as {@code faultCode}. */
  public int code() {
    return code;
  }

  /** The constant with this number, or empty when it is none of ours. */
  public static Optional<FaultCode> of(int code) {
    for (FaultCode candidate : values()) {
      if (candidate.code == code) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the interoperability document reserves this number ({@code -32768} to {@code -32000}),
   * so that an application must not use it for faults of its own.
   */
  public static boolean isReserved(int code) {
    return code >= LOWEST_RESERVED && code <= HIGHEST_RESERVED;
  }
}
