package dev.farcall.page;

import dev.farcall.call.CallContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A handler that keeps what it was called with. */
public final class Recorder {

  private static final List<Call> CALLS = new CopyOnWriteArrayList<>();

  /** Takes anything. */
  public boolean m(CallContext context, @Nullable Object... params) {
    CALLS.add(
        new Call(
            context.header("Authorization").orElse(""),
            Collections.unmodifiableList(Arrays.asList(params))));
    return true;
  }

  /** Answers with a struct, and takes nothing. */
  public Map<String, Object> answer(CallContext context) {
    m(context);
    return Map.of("name", "Ada", "tags", List.of("first", "second"), "born", 1815);
  }

  /** What came since this was last asked. */
  static List<Call> calls() {
    List<Call> calls = List.copyOf(CALLS);
    CALLS.clear();
    return calls;
  }

  /**
   * A call that came.
   *
   * @param authorization the header, empty if there was none
   * @param params plain values
   */
  record Call(String authorization, List<@Nullable Object> params) {}
}
