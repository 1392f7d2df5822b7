package dev.farcall.client;

import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.call.CallContext;
import dev.farcall.client.Invocation.Answer;
import dev.farcall.mapping.TypeRef;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Several calls that are sent as one, by {@code system.multicall}, and run in order.
 *
 * <pre>{@code
 * MultiCall calls = client.multiCall();
 * Result<Integer> nine = calls.add(int.class, "sample.get_power", 3, 2);
 * Result<LocalDateTime> now = calls.add(LocalDateTime.class, "sample.today");
 * calls.execute();
 * int power = nine.get();
 * }</pre>
 *
 * <p>A server that has no {@code system.multicall} is sent the calls one after the other, though
 * only if its answer leaves no doubt that it ran none of them. The client's timeout is that of all
 * calls together, either way.
 *
 * <p>Executed once. For use by one thread until then; results may be read by any.
 */
public final class MultiCall {

  private static final String NAME = "system.multicall";

  private final Service service;
  private final List<Entry<?>> entries = new ArrayList<>();
  private boolean executed;

  MultiCall(Service service) {
    this.service = service;
  }

  /**
   * Adds a call.
   *
   * @param params any objects that can travel; null is nil, where the dialect has it
   * @return of whatever comes, as {@link Service#call(String, Object...)} returns it
   * @throws MappingException if a parameter cannot travel
   * @throws IllegalArgumentException if it is {@code system.multicall}, which no server nests
   * @throws IllegalStateException if this was executed already
   */
  public Result<@Nullable Object> add(String method, @Nullable Object... params) {
    return add(method, params, service.calls.anything());
  }

  /**
   * Adds a call whose result is of this type; see {@link #add(String, Object...)}.
   *
   * @return of no null, as {@link Service#call(Class, String, Object...)}
   */
  public <T> Result<T> add(Class<T> type, String method, @Nullable Object... params) {
    return add(method, params, service.calls.<T>answer(type));
  }

  /**
   * Adds a call whose result is of a type with generics; see {@link #add(String, Object...)}.
   *
   * @return of no null
   */
  public <T> Result<T> add(TypeRef<T> type, String method, @Nullable Object... params) {
    return add(method, params, service.calls.<T>answer(type.type()));
  }

  /**
   * An interface whose methods add calls; all but its default methods return futures, which {@link
   * #execute} completes. See {@link Service#proxy(Class)}.
   *
   * @throws IllegalArgumentException with all that is wrong with the interface
   */
  public <T> T proxy(Class<T> type) {
    return proxy(type, "");
  }

  /**
   * An interface for the methods whose names begin with this and a dot; see {@link #proxy(Class)}.
   *
   * @param prefix as {@code sample}; empty for none
   * @throws IllegalArgumentException with all that is wrong with the interface
   */
  public <T> T proxy(Class<T> type, String prefix) {
    Service of = prefix.isEmpty() ? service : service.service(prefix);
    return TypedProxy.of(type, of, new Sending(Optional.empty(), this::future));
  }

  /**
   * Sends the calls, and waits for all answers. Without calls nothing is sent.
   *
   * <p>A fault of one call is not thrown here but where its result is read. What is thrown here is
   * as for a single call; results that are missing then throw an {@link IllegalStateException} that
   * has it as its cause. Where calls are sent one after the other, the first that gets no readable
   * answer ends it: those before it have their results, those behind it were not sent, and whether
   * that one ran is told by what is thrown.
   *
   * @return the results, in the order of the calls
   * @throws FaultException if the server answers to the whole with a fault
   * @throws MappingException if it answers something else than one result for each call
   * @throws IllegalStateException if this was executed already, or the client is closed
   */
  public List<Result<?>> execute() {
    begin();
    return run(service.calls.context());
  }

  /** Sends the calls without waiting for the answers, as {@link Service#callAsync} does. */
  public CompletableFuture<List<Result<?>>> executeAsync() {
    begin();
    return service.calls.start(this::run);
  }

  private <T> Result<T> add(String method, @Nullable Object[] params, Answer<T> answer) {
    return add(service.calls.prepare(service.name(method), params, answer)).result();
  }

  private <T> CompletableFuture<T> future(Invocation<T> invocation) {
    return add(invocation).result().future;
  }

  private <T> Entry<T> add(Invocation<T> invocation) {
    requirePending();
    if (invocation.call().methodName().equals(NAME)) {
      throw new IllegalArgumentException(NAME + " cannot be called from within itself");
    }
    Entry<T> entry = new Entry<>(invocation, "results[" + entries.size() + "]", new Result<>());
    entries.add(entry);
    return entry;
  }

  private void begin() {
    requirePending();
    executed = true;
  }

  private void requirePending() {
    if (executed) {
      throw new IllegalStateException("this multicall was executed already; make another");
    }
  }

  private List<Result<?>> run(CallContext context) {
    try {
      if (!entries.isEmpty()) {
        send(context);
      }
    } catch (RuntimeException e) {
      entries.forEach(entry -> entry.result().abandon(e));
      throw e;
    }
    return entries.stream().<Result<?>>map(Entry::result).toList();
  }

  private void send(CallContext context) {
    MethodResponse response = together().send(context);
    Optional<FaultException> fault = response.fault().map(whole -> whole.toException());
    if (fault.isPresent()) {
      if (!MissingMethod.isSaidBy(fault.get(), NAME, names())) {
        throw fault.get();
      }
      entries.forEach(entry -> entry.settle(entry.invocation().send(context)));
    } else {
      List<MethodResponse> answers = MultiCallItems.toResponses(response.value(), entries.size());
      for (int i = 0; i < answers.size(); i++) {
        entries.get(i).settle(answers.get(i));
      }
    }
  }

  private Invocation<?> together() {
    boolean idempotent =
        entries.stream()
            .allMatch(entry -> entry.invocation().endpoint() == service.calls.repeatedly());
    List<?> structs =
        entries.stream().map(entry -> MultiCallItems.toStruct(entry.invocation().call())).toList();
    return service.calls.prepare(NAME, List.of(structs), service.calls.anything(), idempotent);
  }

  private List<String> names() {
    return entries.stream()
        .map(Entry::invocation)
        .map(Invocation::call)
        .map(MethodCall::methodName)
        .toList();
  }

  /**
   * The result of one of the calls, once they were executed.
   *
   * @param <T> what it was asked for as
   */
  public static final class Result<T extends @Nullable Object> {

    private final CompletableFuture<T> future = new CompletableFuture<>();

    private Result() {}

    /**
     * The result.
     *
     * @throws FaultException if the server answered this call with a fault
     * @throws MappingException if what came is of another type, or no result
     * @throws IllegalStateException if there is none, since the calls were not executed, or that
     *     failed before this one was answered
     */
    public T get() {
      requireDone();
      try {
        return future.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException failure ? failure : e;
      }
    }

    /**
     * The fault, if the server answered this call with one.
     *
     * @throws IllegalStateException if the calls were not executed
     */
    public Optional<FaultException> fault() {
      requireDone();
      return future
          .handle((value, e) -> e instanceof FaultException fault ? fault : null)
          .thenApply(Optional::ofNullable)
          .join();
    }

    private void requireDone() {
      if (!future.isDone()) {
        throw new IllegalStateException("the multicall was not executed yet");
      }
    }

    private void abandon(RuntimeException reason) {
      future.completeExceptionally(
          new IllegalStateException(
              "the multicall failed before this call was answered: " + reason.getMessage(),
              reason));
    }
  }

  /** A call, and where its answer goes. */
  private record Entry<T extends @Nullable Object>(
      Invocation<T> invocation, String path, Result<T> result) {

    void settle(MethodResponse response) {
      try {
        result.future.complete(invocation.answer().at(path, response.value()));
      } catch (RuntimeException e) {
        result.future.completeExceptionally(e);
      }
    }
  }
}
