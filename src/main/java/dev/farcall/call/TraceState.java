package dev.farcall.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The header {@code tracestate}: a list of entries, those first that were added last. Here it is
 * only passed on, so no more is asked of it than that a header can hold it.
 */
final class TraceState {

  private static final int MOST_CHARS = 512;
  private static final int MOST_ENTRIES = 32;
  private static final int LONG_ENTRY = 128;
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  private TraceState() {}

  static boolean isValid(String state) {
    return state.length() <= MOST_CHARS && PRINTABLE.matcher(state).matches();
  }

  /** The headers as one, shortened if need be; empty if there are none, or they are malformed. */
  static String read(List<String> headers) {
    String whole = String.join(",", headers).replace('\t', ' ').strip();
    List<String> entries = entries(whole);
    if (!PRINTABLE.matcher(whole).matches() || entries.size() > MOST_ENTRIES) {
      return "";
    }
    return whole.length() <= MOST_CHARS ? whole : shortened(entries);
  }

  private static List<String> entries(String whole) {
    return Arrays.stream(whole.split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /** Section 3.3.1.5: those go first that are long, then the last. */
  private static String shortened(List<String> entries) {
    List<String> kept = new ArrayList<>(entries);
    for (int i = kept.size() - 1; i >= 0 && length(kept) > MOST_CHARS; i--) {
      if (kept.get(i).length() > LONG_ENTRY) {
        kept.remove(i);
      }
    }
    while (length(kept) > MOST_CHARS) {
      kept.remove(kept.size() - 1);
    }
    return String.join(",", kept);
  }

  private static int length(List<String> entries) {
    return entries.stream().mapToInt(String::length).sum() + entries.size() - 1;
  }
}
