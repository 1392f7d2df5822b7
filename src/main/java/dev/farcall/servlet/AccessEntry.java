package dev.farcall.servlet;

import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the access log is to know of a request that neither its head tells nor the head of its
 * answer. Filled while the request is served; for use by one thread.
 */
final class AccessEntry {

  private @Nullable String methodName;
  private @Nullable MethodResponse answer;

  AccessEntry() {}

  /** The call has been read, and is one of this method. */
  void called(String methodName) {
    this.methodName = methodName;
  }

  /** This is being written; what was before is not sent. */
  void answered(MethodResponse answer) {
    this.answer = answer;
  }

  Optional<String> methodName() {
    return Optional.ofNullable(methodName);
  }

  /** The code of the fault that was answered, or {@code ok}, or {@code -} for no document. */
  String code() {
    if (answer == null) {
      return "-";
    }
    return answer.fault().map(fault -> String.valueOf(fault.code())).orElse("ok");
  }

  /** Where another log has more of what went wrong here. */
  Optional<String> reference() {
    return Optional.ofNullable(answer).flatMap(MethodResponse::fault).flatMap(Fault::reference);
  }

  /** What each call of a {@code system.multicall} was answered. */
  Optional<List<?>> entries() {
    boolean several = methodName != null && Reply.Parts.of(methodName) == Reply.Parts.ENTRIES;
    return several && answer != null && answer.fault().isEmpty()
        ? Optional.ofNullable((List<?>) answer.value())
        : Optional.empty();
  }

  /** How many of these are faults: a fault is a struct, and a result is in an array of its own. */
  static long faults(List<?> entries) {
    return entries.stream().filter(Map.class::isInstance).count();
  }
}
