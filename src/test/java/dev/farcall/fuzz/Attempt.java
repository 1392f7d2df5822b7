package dev.farcall.fuzz;

import dev.farcall.WireException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of reading something: a result, which may be null, or a refusal.
 *
 * @param result what was read; null as well after a refusal
 * @param refusal why it was not, or null
 */
record Attempt(@Nullable Object result, @Nullable Exception refusal) {

  /** Something that reads. */
  @FunctionalInterface
  interface Step {
    /** Reads it; only these exceptions are refusals, all others pass through. */
    @Nullable Object read() throws WireException, IOException, NaiveException;
  }

  static Attempt of(Step step) {
    try {
      return new Attempt(step.read(), null);
    } catch (WireException | IOException | NaiveException e) {
      return new Attempt(null, e);
    }
  }

  boolean isAccepted() {
    return refusal == null;
  }

  boolean hasResult(@Nullable Object expected) {
    return isAccepted() && Objects.equals(result, expected);
  }
}
