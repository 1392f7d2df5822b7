package dev.farcall.cli;

import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.Struct;
import dev.farcall.TransportException;
import dev.farcall.XmlRpcException;
import dev.farcall.cli.Verdict.Kind;
import dev.farcall.client.Service;
import dev.farcall.mapping.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The method that documents call: one that answers with what it is given, or one that no server
 * has. The fault for a missing method tells that the document was read.
 *
 * @param server within which the time for a call is short
 * @param missing the fault of the method that no server has; empty for one that answers
 */
record CheckTarget(Service server, String method, Optional<FaultException> missing) {

  private static final List<String> ECHOES = List.of("validator1.echoStructTest", "sample.echo");
  private static final String NOWHERE = "farcall.check.isNotThere";

  /**
   * The method to call.
   *
   * @param echo one that answers with what it is given; empty for one that is found
   * @throws TransportException if the server gives no answer
   * @throws CommandFailure if that method does something else
   */
  static CheckTarget find(Service server, Optional<String> echo) {
    if (echo.isPresent()) {
      if (!echoes(server, echo.get())) {
        throw new CommandFailure(
            "--echo: " + echo.get() + " does not answer with the struct that it is given");
      }
      return new CheckTarget(server, echo.get(), Optional.empty());
    }
    for (String method : ECHOES) {
      if (echoes(server, method)) {
        return new CheckTarget(server, method, Optional.empty());
      }
    }
    return new CheckTarget(server, NOWHERE, fault(server));
  }

  /** Whether what it answers with is what it was given. */
  boolean answers() {
    return missing.isEmpty();
  }

  /** Makes the call, whatever is sent for it. */
  Verdict send() {
    try {
      return Verdict.of(Kind.ACCEPTED, received(server.call(method)));
    } catch (FaultException e) {
      return missing.filter(usual -> areAlike(usual, e)).isPresent()
          ? Verdict.of(Kind.ACCEPTED, "")
          : Verdict.of(Kind.REFUSED, "fault " + e.code() + ": " + e.faultString());
    } catch (ProtocolError e) {
      return Verdict.of(e.status() == 200 ? Kind.UNREADABLE : Kind.REFUSED, "status " + e.status());
    } catch (TransportException e) {
      return Verdict.of(Kind.SILENT, CommandFailure.reason(e));
    } catch (XmlRpcException e) {
      return Verdict.of(Kind.UNREADABLE, CommandFailure.reason(e));
    }
  }

  private static boolean echoes(Service server, String method) {
    Struct sent = new Struct().with("x", 5);
    try {
      return sent.equals(server.call(method, sent));
    } catch (FaultException e) {
      return false;
    }
  }

  private static Optional<FaultException> fault(Service server) {
    try {
      Object unused = server.call(NOWHERE, new Struct());
      throw new CommandFailure(
          "the server answers to a method that it cannot have; name one with --echo");
    } catch (FaultException e) {
      return Optional.of(e);
    }
  }

  private static boolean areAlike(FaultException one, FaultException other) {
    return one.code() == other.code() && one.faultString().equals(other.faultString());
  }

  private static String received(@Nullable Object result) {
    if (!(result instanceof Map<?, ?> struct) || !struct.containsKey("x")) {
      return "";
    }
    Object value = struct.get("x");
    String type = ValueType.of(value).wireName();
    return value == null || value instanceof Map || value instanceof List
        ? type
        : type + " " + (value instanceof String ? Json.of(value) : Json.text(value));
  }
}
