package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request that is turned away by HTTP's means.
 *
 * @param status of HTTP
 * @param code of the fault in the body
 * @param message of the fault: what was found, and the setting that would change it
 * @param headers of the answer
 */
record Refusal(int status, FaultCode code, String message, Map<String, String> headers) {

  static Refusal of(int status, FaultCode code, String message) {
    return new Refusal(status, code, message, Map.of());
  }

  /** This with one more header, of a value that has nothing of the request. */
  Refusal withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Refusal(status, code, message, Map.copyOf(more));
  }

  /** This with the end of the connection, where what is left of the body cannot be read. */
  Refusal closingConnection() {
    return withHeader("Connection", "close");
  }

  /** The body of the answer. */
  MethodResponse response() {
    return MethodResponse.of(Fault.of(code, message));
  }
}
