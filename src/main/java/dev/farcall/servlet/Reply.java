package dev.farcall.servlet;

import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.ReplyStream.Compression;
import dev.farcall.wire.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a call, and how it is to be written.
 *
 * @param what this answers, in words fit for a log
 * @param parts what of the answer stands by itself
 */
record Reply(
    MethodResponse answer, Dialect dialect, Compression compression, String what, Parts parts) {

  /** This with another answer. */
  Reply withAnswer(MethodResponse other) {
    return new Reply(other, dialect, compression, what, parts);
  }

  /** The results that stand by themselves; null if there is one only, or a fault. */
  @Nullable List<?> entries() {
    boolean several = parts == Parts.ENTRIES && answer.fault().isEmpty();
    return several && answer.value() instanceof List<?> entries ? entries : null;
  }

  /** What becomes of the rest when a part cannot be written. */
  enum Parts {
    /** A fault in place of it all. */
    ONE,
    /** A fault in place of that entry of the array: {@code system.multicall}. */
    ENTRIES;

    static Parts of(String methodName) {
      return methodName.equals("system.multicall") ? ENTRIES : ONE;
    }
  }
}
