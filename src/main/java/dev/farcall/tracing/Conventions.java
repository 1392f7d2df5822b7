package dev.farcall.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * What a span tells of a call, by OpenTelemetry's <a
 * href="https://opentelemetry.io/docs/specs/semconv/rpc/rpc-spans/">semantic conventions for
 * RPC</a>. They name no system for XML-RPC; what they say of JSON-RPC, which has the same codes, is
 * followed.
 */
final class Conventions {

  static final String SYSTEM_NAME = "xmlrpc";

  static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("rpc.system.name");
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.response.status_code");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> PEER_ADDRESS = AttributeKey.stringKey("network.peer.address");

  private static final AttributeKey<String> SENT_METHOD =
      AttributeKey.stringKey("rpc.method_original");

  /** What stands for all methods that a server does not have, of which anybody can make up any. */
  private static final String OTHER = "_OTHER";

  private Conventions() {}

  /** The call ended with a fault. Its text may hold what is nobody's business, and is left out. */
  static void fault(Span span, int code) {
    String text = String.valueOf(code);
    span.setAttribute(STATUS, text);
    span.setAttribute(ERROR_TYPE, text);
    span.setStatus(StatusCode.ERROR);
  }

  /** The call ended without an answer. */
  static void failure(Span span, Throwable failure) {
    span.setAttribute(ERROR_TYPE, failure.getClass().getName());
    span.setStatus(StatusCode.ERROR);
  }

  /** The server has no such method. */
  static void unknownMethod(Span span, String sent) {
    span.updateName(OTHER);
    span.setAttribute(METHOD, OTHER);
    span.setAttribute(SENT_METHOD, sent);
  }
}
