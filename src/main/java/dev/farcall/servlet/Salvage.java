package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves those results of {@code system.multicall} that can be written from the one that cannot: the
 * calls have been made, and a caller that is told nothing of them may make them again.
 */
record Salvage(Codec codec, InternalErrors errors) {

  /** The entries with a fault in place of each that cannot be written. */
  MethodResponse of(List<?> entries, Dialect dialect, String what) {
    List<@Nullable Object> saved = new ArrayList<>(entries.size());
    for (Object entry : entries) {
      saved.add(entryOrFault(entry, saved.size(), dialect, what));
    }
    return MethodResponse.of(saved);
  }

  private @Nullable Object entryOrFault(
      @Nullable Object entry, int index, Dialect dialect, String what) {
    // As deep as in the whole: an entry holds its result in an array of its own.
    MethodResponse alone = MethodResponse.of(Collections.singletonList(entry));
    try {
      codec.check(alone, dialect);
      checkStreams(alone);
      return entry;
    } catch (RuntimeException failure) {
      Fault fault = errors.report(what, failure);
      return new Struct()
          .with("faultCode", fault.code())
          .with(
              "faultString",
              fault.faultString().replaceFirst(": result\\[0]", ": result[" + index + "]"));
    }
  }

  private static void checkStreams(MethodResponse alone) {
    if (!alone.isReadable()) {
      throw new WireException(
          FaultCode.INTERNAL_ERROR, "result[0]: a stream that was read before it was to be sent");
    }
  }
}
