package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.model.Fault;
import dev.farcall.testkit.RawConnection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a caller waits, from the header to the handler. */
final class DeadlineTest {

  private static final byte[] REMAINING = document("test.remainingMillis");
  private static final byte[] ECHO = document("test.echo", "x");

  private static int remaining(RawConnection.Reply reply) throws IOException {
    return assertInstanceOf(Integer.class, value(reply.body()));
  }

  @Test
  void handlerSeesWhatTheCallerHasLeft() throws Exception {
    try (ServletFixture fixture = ServletFixture.start("max-call-seconds", "7200")) {
      int left = remaining(fixture.call(REMAINING, "Farcall-Deadline: 3600000"));
      assertTrue(left > 0 && left <= 3_600_000, "left: " + left);
    }
  }

  @Test
  void callerCannotAskForMoreThanTheSetting() throws Exception {
    try (ServletFixture fixture = ServletFixture.start("max-call-seconds", "3600")) {
      int left = remaining(fixture.call(REMAINING, "Farcall-Deadline: 7200000"));
      assertTrue(left > 0 && left <= 3_600_000, "left: " + left);
    }
  }

  @Test
  void callThatNobodyWaitsForIsNotStarted() throws Exception {
    try (ServletFixture fixture = ServletFixture.start()) {
      RawConnection.Reply reply = fixture.call(ECHO, "Farcall-Deadline: 0");
      assertEquals(200, reply.status());
      assertEquals(
          Fault.of(
              FaultCode.DEADLINE_EXCEEDED,
              "the deadline passed before the call was started (header Farcall-Deadline)"),
          fault(reply.body()));
      assertEquals(0, fixture.calls());
    }
  }

  @Test
  void headerThatCannotBeReadIsABadRequest() throws Exception {
    try (ServletFixture fixture = ServletFixture.start()) {
      RawConnection.Reply reply = fixture.call(ECHO, "Farcall-Deadline: soon");
      assertEquals(400, reply.status());
      assertEquals(
          Fault.of(
              FaultCode.TRANSPORT_ERROR,
              "the header Farcall-Deadline is not a number of milliseconds; send one of 1 to 12"
                  + " digits, or none"),
          fault(reply.body()));
      assertEquals(0, fixture.calls());
    }
  }

  @Test
  void multicallHasOneDeadlineAndWhatRunsThenIsAnswered() throws Exception {
    try (ServletFixture fixture = ServletFixture.start("max-call-seconds", "2")) {
      byte[] calls =
          document("system.multicall", array(entry("test.outlastDeadline"), entry("test.echo")));
      assertEquals(
          List.of(
              List.of("done"),
              new Struct()
                  .with("faultCode", -32004)
                  .with(
                      "faultString",
                      "the deadline passed before the call was started"
                          + " (setting max-call-seconds)")),
          value(fixture.call(calls).body()));
      assertEquals(0, fixture.calls());
    }
  }

  private static String array(String... entries) {
    return "<array><data>" + String.join("", entries) + "</data></array>";
  }

  private static String entry(String method) {
    return "<value><struct><member><name>methodName</name><value>"
        + method
        + "</value></member></struct></value>";
  }
}
