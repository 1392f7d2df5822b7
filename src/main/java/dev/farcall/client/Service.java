package dev.farcall.client;

import dev.farcall.mapping.TypeRef;
import java.time.Duration;
import java.util.Objects;
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
