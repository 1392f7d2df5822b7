package dev.farcall.tracing;

import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.URI;

/**
 * Makes a span of each call, and of each entry of a {@code system.multicall}.
 *
 * <pre>{@code
 * XmlRpcServer.builder().interceptor(TracingInterceptor.ofServer(openTelemetry))
 * XmlRpcClient.builder(uri).interceptor(TracingInterceptor.ofClient(openTelemetry, uri))
 * }</pre>
 *
 * <p>A server's span belongs to the trace that the caller's headers name, a client's to the current
 * span, and the client sends headers in turn, both as the propagators of the {@link OpenTelemetry}
 * have it. Names and attributes are those of the semantic conventions for RPC: {@code
 * rpc.system.name} is {@code xmlrpc}, {@code rpc.response.status_code} the code of a fault; {@code
 * error.type} the same, or the class of the exception when there is no answer. Parameters, results
 * and texts of faults are never recorded.
 *
 * <p>A client's asynchronous calls run in threads that know the current span only if the executor
 * that was given to the builder hands it on: {@code Context.taskWrapping(executor)}.
 *
 * <p>Safe for use by many threads.
 */
public final class TracingInterceptor implements Interceptor {

  private final Side side;

  /**
   * Spans of a server, for {@code GlobalOpenTelemetry}: what the setting {@code interceptors} of
   * the servlet makes. That is asked for with each call, so that it may be set up later.
   */
  public TracingInterceptor() {
    this(new ServerSide(new Telemetry(GlobalOpenTelemetry::getOrNoop)));
  }

  private TracingInterceptor(Side side) {
    this.side = side;
  }

  /** Spans of a server. */
  public static TracingInterceptor ofServer(OpenTelemetry telemetry) {
    return new TracingInterceptor(new ServerSide(new Telemetry(() -> telemetry)));
  }

  /**
   * Spans of a client.
   *
   * @param server that it calls, of which host and port are recorded
   */
  public static TracingInterceptor ofClient(OpenTelemetry telemetry, URI server) {
    return new TracingInterceptor(new ClientSide(new Telemetry(() -> telemetry), server));
  }

  @SuppressWarnings("try") // what is current needs no name
  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    Context parent = side.parent(context);
    String method = call.methodName();
    Span span = side.start(method, context, parent);
    Context traced = parent.with(span);
    try (Scope unused = traced.makeCurrent()) {
      MethodResponse answer = next.call(call, side.within(context, traced));
      answer.fault().map(Fault::code).ifPresent(code -> side.fault(span, method, code));
      return answer;
    } catch (FaultException fault) {
      side.fault(span, method, fault.code());
      throw fault;
    } catch (Throwable failure) {
      side.failure(span, failure);
      throw failure;
    } finally {
      span.end();
    }
  }

  @Override
  public String toString() {
    return "TracingInterceptor";
  }
}
