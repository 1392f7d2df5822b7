package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.call.CallContext;
import dev.farcall.call.DeadlineHeader;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Incidents;
import dev.farcall.call.PrintableText;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Bodies;
import dev.farcall.wire.BodyTooLargeException;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.MediaType;
import dev.farcall.wire.Reading;
import dev.farcall.wire.ReceivedCall;
import dev.farcall.wire.WireLimits;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls to an {@link Endpoint} of this process, without a socket. Calls and answers are
 * written and read all the same, by the rules of our servlet with its default settings, so that
 * what cannot travel, or is beyond a limit, fails as it would over a wire.
 *
 * <pre>{@code
 * XmlRpcServer server = XmlRpcServer.builder().handler("sample", new Sample()).build();
 * XmlRpcClient client =
 *     XmlRpcClient.builder("http://localhost").transport(InMemoryTransport.to(server)).build();
 * }</pre>
 *
 * <p>A call runs in the thread that makes it, so that it cannot be abandoned: a deadline that
 * passed is found when the endpoint returns. An answer of {@code system.multicall} that cannot be
 * written is a fault as a whole, of which the servlet would save the rest. Closing this does not
 * close the endpoint. Safe for use by many threads if the endpoint is.
 */
public final class InMemoryTransport implements Transport {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  private static final Incidents INCIDENTS = Incidents.of(System.getLogger("dev.farcall.client"));
  private static final int LONGEST_NAME = 128;

  private final Endpoint endpoint;

  private InMemoryTransport(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** A transport to this endpoint, as a server is one. What that throws, callers get as it is. */
  public static InMemoryTransport to(Endpoint endpoint) {
    return new InMemoryTransport(endpoint);
  }

  @Override
  public TransportReply send(TransportRequest request) {
    RequestBody body = answer(request);
    if (request.remaining().map(Duration::isZero).orElse(false)) {
      throw request.failure(
          Delivery.UNKNOWN,
          "no answer in time: the endpoint took until after the deadline (timeout)",
          null);
    }
    return new TransportReply(
        200, Map.of("Content-Type", List.of("text/xml; charset=UTF-8")), body.open());
  }

  private RequestBody answer(TransportRequest request) {
    ReceivedCall received;
    try (InputStream document =
        Bodies.decoded(header(request, "Content-Encoding"), request.body().open())) {
      received = CODEC.readCall(document, charset(request));
    } catch (WireException e) {
      return written(fault(e.code(), e), Dialect.PLAIN);
    } catch (IOException e) {
      boolean tooLarge = e instanceof BodyTooLargeException;
      FaultCode code = tooLarge ? FaultCode.LIMIT_EXCEEDED : FaultCode.NOT_WELL_FORMED;
      return written(fault(code, e), Dialect.PLAIN);
    }
    MethodResponse answer = endpoint.call(received.call(), context(request));
    Dialect dialect = received.apacheExtensions() ? Dialect.APACHE : Dialect.PLAIN;
    try {
      return written(answer, dialect);
    } catch (WireException e) {
      answer.closeStreams();
      return written(unwritable(received.call().methodName(), e), dialect);
    }
  }

  private static CallContext context(TransportRequest request) {
    return CallContext.builder()
        .headers(name -> request.headers().getOrDefault(name, List.of()))
        .deadline(
            DeadlineHeader.read(header(request, DeadlineHeader.NAME))
                .map(Instant.now()::plus)
                .orElse(null))
        .build();
  }

  private static MethodResponse fault(FaultCode code, Exception failure) {
    return MethodResponse.of(Fault.of(code, String.valueOf(failure.getMessage())));
  }

  private static MethodResponse unwritable(String method, WireException failure) {
    String what = "a call of " + PrintableText.of(method, LONGEST_NAME);
    return MethodResponse.of(INCIDENTS.report(what, failure).faultWith(failure.problem()));
  }

  private static RequestBody written(MethodResponse answer, Dialect dialect) {
    RequestBody.Buffer buffer = new RequestBody.Buffer();
    try {
      CODEC.write(answer, dialect, buffer);
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory failed", e);
    }
    return buffer.toBody();
  }

  private static @Nullable String charset(TransportRequest request) {
    String contentType = header(request, "Content-Type");
    return contentType == null ? null : MediaType.parse(contentType).charset();
  }

  private static @Nullable String header(TransportRequest request, String name) {
    return request.headers().getOrDefault(name, List.of()).stream().findFirst().orElse(null);
  }

  /** What is called, as the chain of a client shows it. */
  @Override
  public String toString() {
    return "InMemoryTransport -> " + endpoint;
  }
}
