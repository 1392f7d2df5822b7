package dev.farcall.call;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a distributed trace a call stands, as the HTTP headers {@code traceparent} and {@code
 * tracestate} tell it (<a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>).
 *
 * @param traceId of the whole trace: 32 digits of hexadecimal in lower case, not all of them 0
 * @param parentId of the operation that makes the call: 16 such digits, not all of them 0
 * @param flags 1 if the caller may have recorded it, 2 if the trace id was made at random, 3 for
 *     both, 0 for neither; others are not defined, and cleared
 * @param state what tracing systems add for themselves, in at most 512 printable characters of
 *     ASCII; empty for nothing
 */
public record TraceContext(String traceId, String parentId, int flags, String state) {

  /** The name of the header with the ids and the flags. */
  public static final String PARENT_HEADER = "traceparent";

  /** The name of the header with the state. */
  public static final String STATE_HEADER = "tracestate";

  private static final int SAMPLED = 1;
  private static final int KNOWN_FLAGS = 3;

  private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final Pattern PARENT_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

  /** Section 3.2.4: what a later version adds stands behind one more dash. */
  private static final Pattern HEADER =
      Pattern.compile(
          "((?!ff)[0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?", Pattern.DOTALL);

  /**
   * Clears the flags that are not defined.
   *
   * @throws IllegalArgumentException if an id or the state is none
   */
  public TraceContext {
    if (!TRACE_ID.matcher(traceId).matches() || !PARENT_ID.matcher(parentId).matches()) {
      throw new IllegalArgumentException(
          "not the ids of a trace: expected 32 and 16 digits of 0-9 and a-f, not all of them 0");
    }
    if (!TraceState.isValid(state)) {
      throw new IllegalArgumentException(
          "not the state of a trace: expected at most 512 printable characters of ASCII");
    }
    flags &= KNOWN_FLAGS;
  }

  /**
   * What the headers of a request say.
   *
   * @param parents all headers {@value #PARENT_HEADER}
   * @param states all headers {@value #STATE_HEADER}. What they have beyond 512 characters is left
   *     out, entry by entry, and all of it if it is malformed
   * @return empty if there is no {@code traceparent}, more than one, or a malformed one
   */
  public static Optional<TraceContext> read(List<String> parents, List<String> states) {
    if (parents.size() != 1) {
      return Optional.empty();
    }
    Matcher header = HEADER.matcher(parents.get(0).strip());
    if (!header.matches() || !isComplete(header)) {
      return Optional.empty();
    }
    int flags = Integer.parseInt(header.group(4), 16);
    return Optional.of(
        new TraceContext(header.group(2), header.group(3), flags, TraceState.read(states)));
  }

  private static boolean isComplete(Matcher header) {
    boolean hasMore = header.group(5) != null;
    return !(hasMore && header.group(1).equals("00"))
        && TRACE_ID.matcher(header.group(2)).matches()
        && PARENT_ID.matcher(header.group(3)).matches();
  }

  /** Whether the caller may have recorded its part of the trace. */
  public boolean isSampled() {
    return (flags & SAMPLED) != 0;
  }

  /** The value of the header {@value #PARENT_HEADER}, in version 00. */
  public String parent() {
    return String.format("00-%s-%s-%02x", traceId, parentId, flags);
  }

  /** Adds the headers to a context, with which a client sends them. */
  public CallContext.Builder addTo(CallContext.Builder context) {
    context.header(PARENT_HEADER, parent());
    return state.isEmpty() ? context : context.header(STATE_HEADER, state);
  }
}
