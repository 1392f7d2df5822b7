package dev.farcall.call;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call, from where, and until when. A handler gets it as a parameter of this type,
 * which is not part of the method's signature, or from {@link #current()}.
 *
 * <pre>{@code
 * String whoAmI(CallContext context) {
 *   return context.principal().map(Principal::getName).orElse("nobody");
 * }
 * }</pre>
 *
 * <p>Immutable. What it answers about the request is answered while the call runs; afterwards the
 * headers may be gone.
 */
public final class CallContext {

  private static final ThreadLocal<@Nullable CallContext> CURRENT = new ThreadLocal<>();
  private static final CallContext LOCAL = builder().build();

  private final @Nullable Principal principal;
  private final Predicate<String> roles;
  private final @Nullable String peerAddress;
  private final boolean secure;
  private final Function<String, List<String>> headers;
  private final Map<String, String> addedHeaders;
  private final @Nullable Instant deadline;
  private final @Nullable String deadlineSource;
  private final Runnable onStart;

  private CallContext(Builder builder) {
    principal = builder.principal;
    roles = builder.roles;
    peerAddress = builder.peerAddress;
    secure = builder.secure;
    headers = builder.headers;
    addedHeaders = builder.addedHeaders;
    deadline = builder.deadline;
    deadlineSource = builder.deadlineSource;
    onStart = builder.onStart;
  }

  /** The context of a call within this process: nobody, from nowhere, without end. */
  public static CallContext local() {
    return LOCAL;
  }

  /** The context of the call that this thread is running for a handler, or empty outside of one. */
  public static Optional<CallContext> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** A builder of a context that has nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with what this context has. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.principal = principal;
    builder.roles = roles;
    builder.peerAddress = peerAddress;
    builder.secure = secure;
    builder.headers = headers;
    builder.addedHeaders = addedHeaders;
    builder.deadline = deadline;
    builder.deadlineSource = deadlineSource;
    builder.onStart = onStart;
    return builder;
  }

  /** Runs something, on this thread, with this as its {@link #current()} context. */
  public <T extends @Nullable Object> T run(Supplier<T> body) {
    CallContext outer = CURRENT.get();
    CURRENT.set(this);
    try {
      return body.get();
    } finally {
      // An entry left behind would keep a web application's class loader alive.
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /** Who was authenticated, if anybody was. */
  public Optional<Principal> principal() {
    return Optional.ofNullable(principal);
  }

  /** Whether the caller has this role; false for nobody. */
  public boolean isInRole(String role) {
    return roles.test(role);
  }

  /** The numeric address the call came from, or empty when it came from within this process. */
  public Optional<String> peerAddress() {
    return Optional.ofNullable(peerAddress);
  }

  /** Whether it came over a channel that is encrypted. */
  public boolean isSecure() {
    return secure;
  }

  /** The first header of this name, in any case, if there is one. */
  public Optional<String> header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** All headers of this name, in any case. */
  public List<String> headers(String name) {
    String added = addedHeaders.get(name);
    return added == null ? headers.apply(name) : List.of(added);
  }

  /**
   * The headers that were added to what the caller sent, by their names in any case. In the context
   * of a call that a client makes they are those that go along with this call only.
   */
  public Map<String, String> addedHeaders() {
    return addedHeaders;
  }

  /** Where in a distributed trace the call stands, if the caller told so by {@code traceparent}. */
  public Optional<TraceContext> trace() {
    return TraceContext.read(
        headers(TraceContext.PARENT_HEADER), headers(TraceContext.STATE_HEADER));
  }

  /**
   * After this the answer is of no use, if that is known. A call is not started any more then; the
   * thread of one that has been started is interrupted, and a handler that computes looks here.
   */
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadline);
  }

  /** What set the deadline, as {@code setting max-call-seconds}, if that is known. */
  public Optional<String> deadlineSource() {
    return Optional.ofNullable(deadlineSource);
  }

  /** What is left until the deadline, never negative, if there is one. */
  public Optional<Duration> remaining() {
    return deadline()
        .map(end -> Duration.between(Instant.now(), end))
        .map(CallContext::notNegative);
  }

  /**
   * Tells those who asked by {@link Builder#onStart} that a method begins to run. A server does so
   * behind all that may refuse a call.
   */
  public void started() {
    onStart.run();
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Collects a {@link CallContext}. For use by one thread. */
  public static final class Builder {
    private @Nullable Principal principal;
    private Predicate<String> roles = role -> false;
    private @Nullable String peerAddress;
    private boolean secure;
    private Function<String, List<String>> headers = name -> List.of();
    private Map<String, String> addedHeaders = Map.of();
    private @Nullable Instant deadline;
    private @Nullable String deadlineSource;
    private Runnable onStart = () -> {};

    private Builder() {}

    /** Who was authenticated; null, the default, for nobody. */
    public Builder principal(@Nullable Principal principal) {
      this.principal = principal;
      return this;
    }

    /** Which roles the caller has; none by default. */
    public Builder roles(Predicate<String> roles) {
      this.roles = roles;
      return this;
    }

    /** The numeric address of the caller; null, the default, for a call within this process. */
    public Builder peerAddress(@Nullable String peerAddress) {
      this.peerAddress = peerAddress;
      return this;
    }

    /** Whether the channel is encrypted; false by default. */
    public Builder secure(boolean secure) {
      this.secure = secure;
      return this;
    }

    /** Answers all headers of a name, in any case; none by default. */
    public Builder headers(Function<String, List<String>> headers) {
      this.headers = headers;
      return this;
    }

    /**
     * Adds a header, in place of all of this name. An interceptor of a client sends one with a call
     * so: {@code next.call(call, context.toBuilder().header(name, value).build())}. A call with one
     * that cannot be sent fails with an {@link IllegalArgumentException}.
     */
    public Builder header(String name, String value) {
      Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      more.putAll(addedHeaders);
      more.put(name, value);
      addedHeaders = Collections.unmodifiableMap(more);
      return this;
    }

    /** After when the answer is of no use; null, the default, for never. */
    public Builder deadline(@Nullable Instant deadline) {
      this.deadline = deadline;
      this.deadlineSource = null;
      return this;
    }

    /**
     * After when the answer is of no use, and what says so.
     *
     * @param source for the text of a fault, as {@code setting max-call-seconds}
     */
    public Builder deadline(Instant deadline, String source) {
      this.deadline = deadline;
      this.deadlineSource = source;
      return this;
    }

    /**
     * Runs this, besides what was asked for before, in the thread of the call just before a method
     * begins to run, and for each method of a multicall. If it has not run when there is an answer,
     * the call was refused, and nothing of it was done; unless an interceptor went on with a
     * context that it did not make of this one.
     */
    public Builder onStart(Runnable listener) {
      Runnable before = onStart;
      this.onStart =
          () -> {
            before.run();
            listener.run();
          };
      return this;
    }

    /** The context. */
    public CallContext build() {
      return new CallContext(this);
    }
  }
}
