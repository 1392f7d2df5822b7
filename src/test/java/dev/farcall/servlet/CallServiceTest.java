package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.farcall.call.Incidents;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.Spool;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs a clock or a container that misbehaves. */
final class CallServiceTest {

  private static final byte[] CALL = document("x");
  private static final long SECOND = 1_000_000_000;

  private final ServletSettings settings =
      ServletSettings.read(Map.of("max-request-bytes", "250000"), new Problems());
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final ResponseSink sink = new ResponseSink();
  private long now;
  private int calls;
  private Object result = 1;

  @BeforeEach
  void respondIntoTheSink() throws IOException {
    when(response.getOutputStream()).thenReturn(sink);
  }

  private void serve(ServletInputStream body) throws IOException {
    HttpServletRequest request =
        new RequestStub()
            .header("Host", "localhost")
            .header("Content-Type", "text/xml")
            .length(-1)
            .build();
    when(request.getInputStream()).thenReturn(body);
    serve(request);
  }

  private void serve(HttpServletRequest request) {
    Codec codec = Codec.of(settings.limits(), Reading.STANDARD);
    System.Logger log = System.getLogger("dev.farcall.servlet");
    new CallService(
            settings,
            new Rooms(Spool.of(settings.spool()), settings.load()),
            new RequestBodies(
                codec, settings, new BodyWaits(settings.load(), System::nanoTime), () -> now),
            (call, context) -> {
              calls++;
              return MethodResponse.of(result);
            },
            new Login(Set.of()),
            new Replies(codec, Incidents.of(log), settings.http(), () -> now))
        .serve(request, response);
  }

  @Test
  void bodyThatIsSentWithinItsTimeIsAnswered() throws IOException {
    serve(new FedBody(CALL, () -> now += SECOND / 10));
    assertEquals(1, calls);
  }

  /** As Jetty says of a connection that it has closed. */
  @Test
  void callerWithoutAnAddressIsAnswered() throws IOException {
    HttpServletRequest request =
        new RequestStub()
            .header("Host", "localhost")
            .header("Content-Type", "text/xml")
            .from(null)
            .https()
            .length(CALL.length)
            .build();
    when(request.getInputStream()).thenReturn(new FedBody(CALL, () -> {}));
    serve(request);
    assertEquals(1, calls);
  }

  @Test
  void bodyThatIsSentTooSlowlyIsRefused() throws IOException {
    FedBody body = new FedBody(CALL, () -> now += SECOND);
    serve(body);
    assertEquals(0, calls);
    verify(response).setStatus(408);
    verify(response).setHeader("Connection", "close");
    Fault fault = fault(sink.bytes());
    assertEquals(-32002, fault.code());
    assertEquals(
        "the body took longer than the 30 s that max-body-seconds allows", fault.faultString());
    assertEquals(CALL.length - 31, body.left());
  }

  /** Tomcat makes a page of it, which has the trace of what it finds in that attribute. */
  @Test
  void bodyThatBreaksIsWaitedForOnceAndLeavesNoTrace() throws IOException {
    ServletInputStream body = mock(ServletInputStream.class);
    when(body.read(any(byte[].class), anyInt(), anyInt()))
        .thenThrow(new IOException(new SocketTimeoutException()));
    HttpServletRequest request =
        new RequestStub()
            .header("Host", "localhost")
            .header("Content-Type", "text/xml")
            .length(10)
            .build();
    when(request.getInputStream()).thenReturn(body);
    serve(request);
    verify(response).setStatus(408);
    assertEquals(
        "no more of the body came for as long as the server waits",
        fault(sink.bytes()).faultString());
    verify(body).read(any(byte[].class), anyInt(), anyInt());
    verify(request).removeAttribute("jakarta.servlet.error.exception");
  }

  @Test
  void failureWhileABodyIsReadIsAFaultWithAReference() throws IOException {
    for (Throwable failure :
        List.of(new IllegalStateException("secret"), new StackOverflowError())) {
      ResponseSink out = new ResponseSink();
      when(response.getOutputStream()).thenReturn(out);
      serve(new FedBody(CALL, () -> fail(failure)));
      assertInternalError(fault(out.bytes()));
    }
    assertEquals(0, calls);
  }

  @Test
  void errorWhileAnAnswerIsWrittenIsAFaultWithAReference() throws IOException {
    when(response.getOutputStream()).thenThrow(new OutOfMemoryError()).thenReturn(sink);
    serve(new FedBody(CALL, () -> {}));
    assertInternalError(fault(sink.bytes()));
    verify(response).reset();
  }

  @Test
  void errorWithinACommittedAnswerIsLeftToTheContainer() throws IOException {
    when(response.getOutputStream()).thenThrow(new OutOfMemoryError());
    when(response.isCommitted()).thenReturn(true);
    assertThrows(OutOfMemoryError.class, () -> serve(new FedBody(CALL, () -> {})));
  }

  private static void assertInternalError(Fault fault) {
    assertEquals(-32603, fault.code());
    assertEquals(
        "internal error, reference ", fault.faultString().replaceFirst("[0-9A-Z]{10}$", ""));
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void noMoreThanARequestMayHaveIsReadAfterAFault() throws IOException {
    FedBody body = new FedBody(new byte[1_000_000], () -> {});
    serve(body);
    assertEquals(-32700, fault(sink.bytes()).code());
    assertTrue(body.left() > 730_000, "left: " + body.left());
  }

  @Test
  void answerThatIsTakenTooSlowlyIsBrokenOff() throws IOException {
    String large = "x".repeat(1 << 20);
    ServletOutputStream slow = mock(ServletOutputStream.class);
    doAnswer(
            written -> {
              now += 10 * SECOND;
              return null;
            })
        .when(slow)
        .write(any(byte[].class), anyInt(), anyInt());
    when(response.getOutputStream()).thenReturn(slow);
    result = large;
    try (CapturedLog log = CapturedLog.of("dev.farcall.servlet")) {
      serve(new FedBody(CALL, () -> {}));
      assertEquals(
          List.of(
              "the caller was gone before the answer was out: a call of x"
                  + " (dev.farcall.servlet.SlowReaderException: taking the answer took longer than"
                  + " the 60 s that max-reply-seconds allows)"),
          log.messages());
    }
    verify(slow, times(7)).write(any(byte[].class), anyInt(), anyInt());
  }

  @Test
  void noMoreThanTwoSecondsAreSpentAfterAFault() throws IOException {
    FedBody body = new FedBody(new byte[1_000_000], () -> now += SECOND / 100);
    serve(body);
    assertTrue(body.left() > 999_000, "left: " + body.left());
  }
}
