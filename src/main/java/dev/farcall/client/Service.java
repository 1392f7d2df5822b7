package dev.farcall.client;

import dev.farcall.mapping.TypeRef;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a server, or those of them whose names begin alike: {@code client.service("a.b")}
 * calls {@code a.b.c} by {@code call("c")}.
 *
 * <p>All ways to call throw the same: {@link dev.farcall.FaultException} if the server answered
 * with a fault; {@link dev.farcall.TransportException} if no answer came; {@link
 * dev.farcall.WireException} if the answer cannot be read, or a parameter not written; {@link
 * dev.farcall.MappingException} if the result is of another type, or a parameter cannot travel; and
 * {@link IllegalStateException} if the client is closed. Safe for use by many threads.
 */
public abstract sealed class Service permits XmlRpcClient, PrefixedService {

  final Calls calls;
  private final String prefix;

  Service(Calls calls, String prefix) {
    this.calls = calls;
    this.prefix = prefix;
  }

  /**
   * Calls a method.
   *
   * @param params any objects that can travel; null is nil, where the dialect has it
   * @return what came, as {@link XmlRpcClient.Builder#dynamicTypes} says; null for nil
   */
  public final @Nullable Object call(String method, @Nullable Object... params) {
    return calls.call(calls.prepare(name(method), params, calls.anything()));
  }

  /**
   * Calls a method whose result is of this type.
   *
   * @return never null: where nil may come, ask for an {@code Optional}, by a {@link TypeRef}
   */
  public final <T> T call(Class<T> type, String method, @Nullable Object... params) {
    return Objects.requireNonNull(
        calls.call(calls.prepare(name(method), params, calls.<T>answer(type))));
  }

  /**
   * Calls a method whose result is of a type with generics, as {@code new TypeRef<List<User>>()
   * {}}.
   *
   * @return never null: where nil may come, ask for an {@code Optional}
   */
  public final <T> T call(TypeRef<T> type, String method, @Nullable Object... params) {
    return Objects.requireNonNull(
        calls.call(calls.prepare(name(method), params, calls.<T>answer(type.type()))));
  }

  /**
   * Calls a method without waiting for the result. What cannot travel is thrown at once, everything
   * else completes the future. Cancelling the future ends the exchange; whether the server runs the
   * call is then unknown.
   *
   * @return of what {@link #call(String, Object...)} returns
   */
  public final CompletableFuture<@Nullable Object> callAsync(
      String method, @Nullable Object... params) {
    return calls.callAsync(calls.prepare(name(method), params, calls.anything()));
  }

  /** Calls a method without waiting for the result, which is of this type. */
  public final <T> CompletableFuture<T> callAsync(
      Class<T> type, String method, @Nullable Object... params) {
    return calls.callAsync(calls.prepare(name(method), params, calls.<T>answer(type)));
  }

  /** Calls a method without waiting for the result, which is of a type with generics. */
  public final <T> CompletableFuture<T> callAsync(
      TypeRef<T> type, String method, @Nullable Object... params) {
    return calls.callAsync(calls.prepare(name(method), params, calls.<T>answer(type.type())));
  }

  /**
   * These methods as those of an interface, the same one that a handler may implement: what {@link
   * dev.farcall.XmlRpcMethod} says counts here as there.
   *
   * <pre>{@code
   * interface Sample {
   *   long get_power(int base, int exponent);
   *   CompletableFuture<LocalDateTime> today();
   *   default long square(int base) { return get_power(base, 2); }
   * }
   * }</pre>
   *
   * <p>A method is called by its Java name, or the one of its annotation, behind the name of this
   * service. Inherited methods are, too. Parameters travel as their declared types: {@link
   * dev.farcall.call.CallContext} is not sent, {@code double...} is sent as one parameter each, and
   * an empty {@link java.util.Optional} is left out at the end and nil before that.
   *
   * <p>The result is of the declared type, whatever the server declares. Nil is null, or an empty
   * {@code Optional}; a primitive takes none. A {@code void} method takes anything. A method that
   * returns a {@link java.util.concurrent.CompletionStage} or {@link CompletableFuture} does as
   * {@link #callAsync(String, Object...)}, any other waits. Exceptions are those of this class,
   * whatever the method declares.
   *
   * <p>Default methods without the annotation run here, as do {@code equals} (a proxy equals itself
   * only), {@code hashCode} and {@code toString}; the {@code close} of an {@link AutoCloseable}
   * does nothing, since the connections are the client's. What the server keeps to itself as part
   * of a handler's life cycle throws an {@link UnsupportedOperationException}.
   *
   * @return safe for use by many threads
   * @throws IllegalArgumentException with all that is wrong: the type is no interface, or a sealed
   *     or hidden one; a parameter or result cannot travel; some methods carry the annotation, and
   *     an abstract one does not
   */
  public final <T> T proxy(Class<T> type) {
    return TypedProxy.of(type, this, new Sending(Optional.of(calls::call), calls::callAsync));
  }

  /**
   * An interface for the methods whose names begin with this and a dot; see {@link #proxy(Class)}.
   *
   * @param prefix as {@code sample}; empty for none
   * @throws IllegalArgumentException with all that is wrong with the interface
   */
  public final <T> T proxy(Class<T> type, String prefix) {
    return prefix.isEmpty() ? proxy(type) : service(prefix).proxy(type);
  }

  /** What the server tells about itself, whatever the names of this service begin with. */
  public final SystemService system() {
    return new SystemService(calls);
  }

  /** Several calls of methods of this service to be made as one. */
  public final MultiCall multiCall() {
    return new MultiCall(this);
  }

  /**
   * The methods whose names begin with this and a dot.
   *
   * @param name {@code a.b} for {@code a.b.c}
   */
  public final Service service(String name) {
    return new PrefixedService(calls, name(name) + ".");
  }

  /**
   * The same methods with another time for the whole of a call, from the first byte sent to the
   * last one read. It is told to the server, see {@link dev.farcall.call.DeadlineHeader}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public final Service within(Duration timeout) {
    return new PrefixedService(calls.within(timeout), prefix);
  }

  final String name(String method) {
    return prefix + method;
  }

  /** What a call goes through. */
  @Override
  public String toString() {
    return prefix.isEmpty() ? calls.once().toString() : prefix + "* -> " + calls.once();
  }
}
