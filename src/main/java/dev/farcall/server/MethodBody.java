package dev.farcall.server;

import dev.farcall.call.CallContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method without a declared signature: it gets what was sent, and answers what it likes. */
@FunctionalInterface
public interface MethodBody {
  /**
   * Answers a call.
   *
   * @param params plain values; a nil is null
   * @param context who calls
   * @return any object that can travel, null for nil
   * @throws Exception a {@link dev.farcall.FaultException} reaches the caller as it is, anything
   *     else as a fault that says no more than a reference into the log
   */
  @Nullable Object call(List<@Nullable Object> params, CallContext context) throws Exception;
}
