package dev.farcall.testing;

import static java.util.Comparator.comparingInt;

import dev.farcall.call.PrintableText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of a request that has no recorded answer, and of what was recorded instead. */
record Unrecorded(Document document, List<Exchange> exchanges) {

  private static final int SHOWN = 3;
  private static final int LONGEST_EXCERPT = 60;
  private static final int CONTEXT = 12;

  /** Goes on from the name of the file. */
  String message() {
    long equal = exchanges.stream().filter(e -> e.document().equals(document)).count();
    return equal > 0
        ? "has " + times(equal) + " for this call of " + method() + ", all used:" + lines()
        : "has no answer for this call of " + method() + ":" + lines() + nearest();
  }

  private static String times(long count) {
    return count == 1 ? "1 answer" : count + " answers";
  }

  private String method() {
    return document.methodName();
  }

  private String lines() {
    return "\n  " + String.join("\n  ", DocumentLines.of(document.bytes()));
  }

  private String nearest() {
    if (exchanges.isEmpty()) {
      return "\nnothing is recorded there";
    }
    Map<Document, Exchange> different = new LinkedHashMap<>();
    exchanges.forEach(exchange -> different.putIfAbsent(exchange.document(), exchange));
    StringBuilder out = new StringBuilder("\nnearest recorded:");
    different.values().stream()
        .sorted(comparingInt(this::distance))
        .limit(SHOWN)
        .forEach(exchange -> out.append("\n - ").append(difference(exchange)));
    return out.toString();
  }

  /** How many characters differ, with the calls of other methods behind those of the same. */
  private int distance(Exchange exchange) {
    Difference difference = Difference.of(document.text(), exchange.document().text());
    int characters = Math.max(difference.here().length(), difference.there().length());
    boolean sameMethod = exchange.document().methodName().equals(method());
    return sameMethod ? characters : characters + (1 << 30);
  }

  private String difference(Exchange exchange) {
    Difference difference =
        Difference.of(document.text(), exchange.document().text()).withContext(CONTEXT);
    return "line "
        + exchange.line()
        + ", "
        + exchange.document().methodName()
        + ": recorded "
        + excerpt(difference.there())
        + ", called with "
        + excerpt(difference.here());
  }

  private static String excerpt(String text) {
    return "\"" + PrintableText.of(text, LONGEST_EXCERPT) + "\"";
  }

  /**
   * The parts in which two texts differ.
   *
   * @param end of the equal part before, counted from the start
   * @param rest how long the equal part behind is
   */
  private record Difference(String one, String other, int end, int rest) {

    static Difference of(String one, String other) {
      int shorter = Math.min(one.length(), other.length());
      int end = 0;
      while (end < shorter && one.charAt(end) == other.charAt(end)) {
        end++;
      }
      int rest = 0;
      while (rest < shorter - end
          && one.charAt(one.length() - 1 - rest) == other.charAt(other.length() - 1 - rest)) {
        rest++;
      }
      return new Difference(one, other, end, rest);
    }

    /** This with some of what is equal around it. */
    Difference withContext(int characters) {
      return new Difference(
          one, other, Math.max(end - characters, 0), Math.max(rest - characters, 0));
    }

    String here() {
      return one.substring(end, one.length() - rest);
    }

    String there() {
      return other.substring(end, other.length() - rest);
    }
  }
}
