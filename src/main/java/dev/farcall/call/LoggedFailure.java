package dev.farcall.call;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may see it: the same classes, frames and causes, with messages that cannot
 * forge lines and with a bound to it all. A message may hold what a caller sent.
 */
public final class LoggedFailure extends Throwable {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_MESSAGE = 256;
  private static final int MOST_FRAMES = 64;
  private static final int MOST_CAUSES = 8;

  private final String description;

  private LoggedFailure(Throwable failure, @Nullable LoggedFailure cause) {
    super(null, cause, false, true);
    this.description = describe(failure);
    StackTraceElement[] frames = failure.getStackTrace();
    setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES)));
  }

  /** What the log may see of this failure. */
  public static LoggedFailure of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static LoggedFailure of(Throwable failure, Set<Throwable> outer) {
    outer.add(failure);
    Throwable cause = failure.getCause();
    if (cause == null || outer.contains(cause) || outer.size() == MOST_CAUSES) {
      return new LoggedFailure(failure, null);
    }
    return new LoggedFailure(failure, of(cause, outer));
  }

  private static String describe(Throwable failure) {
    String name = failure.getClass().getName();
    String message = failure.getMessage();
    return message == null ? name : name + ": " + PrintableText.of(message, LONGEST_MESSAGE);
  }

  // Without the name of this class, since it stands for another.
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public String toString() {
    return description;
  }
}
