package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.WireException;
import dev.farcall.call.CallContext;
import dev.farcall.examples.Sample;
import dev.farcall.examples.Validator1;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.testkit.PlainDialect;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.ReceivedCall;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Any bytes to a server with the shipped handlers, in lenient reading, which lets more through.
 * Every one gets a complete answer, which the JDK's parser and the codec read as it was meant, and
 * nothing fails but a handler.
 */
public final class DispatchFuzzer {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.LENIENT);
  private static final HandlerFailures FAILURES = new HandlerFailures();
  private static final XmlRpcServer SERVER =
      XmlRpcServer.builder()
          .handler("sample", new Sample())
          .handler("validator1", new Validator1())
          .build();

  private DispatchFuzzer() {}

  /** What Jazzer calls first: loads the classes, for which no input should be blamed. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    FAILURES.during(() -> StandardError.silent(() -> answer(input)));
  }

  private static MethodResponse answer(byte[] input) {
    try {
      ReceivedCall received = CODEC.readCall(new ByteArrayInputStream(input), null);
      MethodResponse answer = SERVER.call(received.call(), CallContext.local());
      checkEcho(received.call(), answer);
      checkWritten(answer, received.apacheExtensions());
      return answer;
    } catch (WireException e) {
      MethodResponse fault = MethodResponse.of(Fault.of(e.code(), String.valueOf(e.getMessage())));
      checkWritten(fault, false);
      return fault;
    } catch (IOException e) {
      throw new AssertionError("a document within the limits", e);
    }
  }

  /** The way from plain values to a handler and back changes none. */
  private static void checkEcho(MethodCall call, MethodResponse answer) {
    if (call.methodName().equals("sample.echo") && call.params().size() == 1) {
      assertEquals(MethodResponse.of(call.params().get(0)), answer);
    }
  }

  private static void checkWritten(MethodResponse answer, boolean apacheExtensions) {
    Dialect dialect =
        (apacheExtensions ? Dialect.APACHE : Dialect.PLAIN).withNonFinite(Dialect.NonFinite.WRITE);
    Attempt written = Attempt.of(() -> DocumentKind.RESPONSE.write(CODEC, answer, dialect));
    boolean writable =
        apacheExtensions || answer.params().stream().allMatch(PlainDialect::canWrite);
    assertEquals(writable, written.isAccepted(), () -> "to be written: " + written);
    if (written.result() instanceof byte[] document) {
      assertTrue(Attempt.of(() -> NaiveElement.root(document)).isAccepted());
      assertEquals(
          new Attempt(apacheExtensions ? answer : PlainDialect.readBack(answer), null),
          Attempt.of(() -> DocumentKind.RESPONSE.read(CODEC, document)));
    }
  }
}
