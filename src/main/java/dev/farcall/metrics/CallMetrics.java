package dev.farcall.metrics;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;

/**
 * Measures calls, and counts those that end with a fault, per method.
 *
 * <pre>{@code
 * XmlRpcServer.builder().interceptor(methods -> CallMetrics.ofServer(registry, methods))
 * XmlRpcClient.builder(uri).interceptor(CallMetrics.ofClient(registry))
 * }</pre>
 *
 * <p>The meters are, with {@code client} in place of {@code server} for a client:
 *
 * <ul>
 *   <li>{@code farcall.server.calls}: a timer with the tags {@code method} and {@code outcome},
 *       which is {@code success} or {@code fault}. It has buckets from 0.1 ms to 30 s, and of the
 *       successes of the last two minutes the percentiles 50, 90 and 99
 *   <li>{@code farcall.server.faults}: a counter with the tags {@code method} and {@code code}: a
 *       number of {@link dev.farcall.FaultCode}, or {@code application} for all others. A client
 *       that gets no answer has {@code transport}, {@code wire} or {@code other}
 *   <li>{@code farcall.server.in.flight}: a gauge with the tag {@code method}
 * </ul>
 *
 * <p>Callers cannot make new series: a method that is none of the server's has the tag {@value
 * #UNKNOWN}. Safe for use by many threads.
 */
public final class CallMetrics implements Interceptor, AutoCloseable {

  /** The tag of calls whose method has none of its own. */
  public static final String UNKNOWN = "unknown";

  /** How many names a client's calls may have that get a tag of their own. */
  public static final int CLIENT_METHODS = 200;

  private final MeterRegistry registry;
  private final MethodNames methods;
  private final Side side;

  private CallMetrics(MeterRegistry registry, MethodNames methods, Side side) {
    this.registry = registry;
    this.methods = methods;
    this.side = side;
  }

  /**
   * Measures calls of a server. All series of successes are there from the start.
   *
   * @param methods that have a tag of their own: the names of all that the server exports
   * @param tags more of them for each meter: key, value, key, value; none by default
   * @throws IllegalArgumentException if a tag has no value
   */
  public static CallMetrics ofServer(MeterRegistry registry, Set<String> methods, String... tags) {
    return ofServer(Meters.of(registry, Side.SERVER, tags), methods);
  }

  static CallMetrics ofServer(Meters meters, Set<String> methods) {
    MethodNames names = new KnownNames(methods, meters::ofMethod);
    return new CallMetrics(meters.registry(), names, Side.SERVER);
  }

  /**
   * Measures calls of a client. The first {@value #CLIENT_METHODS} names that are called have tags
   * of their own.
   *
   * @param tags more of them for each meter: key, value, key, value; none by default
   * @throws IllegalArgumentException if a tag has no value
   */
  public static CallMetrics ofClient(MeterRegistry registry, String... tags) {
    Meters meters = Meters.of(registry, Side.CLIENT, tags);
    return new CallMetrics(registry, new FirstNames(CLIENT_METHODS, meters::ofMethod), Side.CLIENT);
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    MethodMeters meters = methods.metersOf(call.methodName());
    long start = meters.start();
    MethodResponse answer;
    try {
      answer = next.call(call, context);
    } catch (Throwable failure) {
      meters.failed(start, side.labelOf(failure));
      throw failure;
    }
    answer
        .fault()
        .ifPresentOrElse(
            fault -> meters.failed(start, Side.labelOf(fault.code())),
            () -> meters.succeeded(start));
    return answer;
  }

  /** What was measured so far, sorted by the names of the methods. */
  public List<MethodFigures> figures() {
    return methods.all().stream().map(MethodMeters::figures).toList();
  }

  /** Takes the meters out of the registry. Calls that are still measured then are not seen. */
  @Override
  public void close() {
    methods.all().forEach(meters -> meters.removeFrom(registry));
  }

  @Override
  public String toString() {
    return "CallMetrics";
  }
}
