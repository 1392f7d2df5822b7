package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import org.jspecify.annotations.Nullable;

/** Calls a server in the words of a test. */
final class Servers {
  private Servers() {}

  static XmlRpcServer of(String prefix, Object handler) {
    return XmlRpcServer.builder().handler(prefix, handler).build();
  }

  static @Nullable Object call(XmlRpcServer server, String name, @Nullable Object... params) {
    return answer(server, name, params).value();
  }

  static MethodResponse answer(XmlRpcServer server, String name, @Nullable Object... params) {
    return server.call(MethodCall.of(name, params), CallContext.local());
  }

  /** The fault as {@code -32601 no method x}. */
  static String fault(XmlRpcServer server, String name, @Nullable Object... params) {
    Fault fault = answer(server, name, params).fault().orElseThrow();
    return fault.code() + " " + fault.faultString();
  }

  static String problems(XmlRpcServer.Builder builder) {
    try {
      builder.build();
    } catch (DeclarationException e) {
      return String.join("\n", e.problems());
    }
    throw new AssertionError("nothing was wrong");
  }
}
