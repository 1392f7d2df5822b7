package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How what a Java method returns becomes a plain value. */
interface Result {

  /** The plain value. */
  @Nullable Object toValue(@Nullable Object java, CallContext context) throws Throwable;

  /** What it is on the wire. */
  TypeDescription type();

  /** Of a method that returns nothing. */
  record Nothing(VoidResult answer) implements Result {
    @Override
    public @Nullable Object toValue(@Nullable Object java, CallContext context) {
      return answer.value();
    }

    @Override
    public TypeDescription type() {
      return answer.type();
    }
  }

  /** Of a method with a declared type. */
  record Mapped(TypeAdapter<Object> adapter, ValueMapper mapper) implements Result {
    @Override
    public @Nullable Object toValue(@Nullable Object java, CallContext context) {
      return java == null ? null : mapper.toValue(java, adapter);
    }

    @Override
    public TypeDescription type() {
      return adapter.describe();
    }
  }

  /** Of a method that returns before it has the result, for which this waits. */
  record Joined(Result result) implements Result {
    @Override
    public @Nullable Object toValue(@Nullable Object java, CallContext context) throws Throwable {
      return java == null
          ? null
          : result.toValue(join((CompletionStage<?>) java, context), context);
    }

    @Override
    public TypeDescription type() {
      return result.type();
    }

    private static @Nullable Object join(CompletionStage<?> stage, CallContext context)
        throws Throwable {
      Optional<Duration> remaining = context.remaining();
      try {
        return remaining.isPresent()
            ? stage.toCompletableFuture().get(remaining.get().toNanos(), TimeUnit.NANOSECONDS)
            : stage.toCompletableFuture().get();
      } catch (ExecutionException e) {
        throw e.getCause() == null ? e : e.getCause();
      } catch (TimeoutException e) {
        throw DeadlineCheck.passed("while the call was running", context);
      }
    }
  }
}
