package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads Prometheus' text format, and takes nothing that is not of it. */
public final class PrometheusText {

  private static final Pattern COMMENT =
      Pattern.compile(
          "# (?:HELP ([a-zA-Z_:][\\w:]*) .+|TYPE ([a-zA-Z_:][\\w:]*) (counter|gauge|histogram|summary|untyped))");
  private static final String LABEL = "[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(\\{(?:" + LABEL + "(?:," + LABEL + ")*)?})? (\\S+)");

  private final Map<String, Double> samples = new TreeMap<>();
  private final Set<String> families = new HashSet<>();

  private PrometheusText() {}

  /** Reads a text, every line of it. */
  public static PrometheusText of(String text) {
    assertTrue(text.isEmpty() || text.endsWith("\n"), "the last line has no end");
    PrometheusText read = new PrometheusText();
    text.lines().forEach(read::line);
    return read;
  }

  /** The value of a series, written as in the text: {@code name{label="value"}}. */
  public double value(String series) {
    Double value = samples.get(series);
    if (value == null) {
      throw new AssertionError("no " + series + " in " + samples.keySet());
    }
    return value;
  }

  /** The series whose names begin like this. */
  public Set<String> series(String prefix) {
    return samples.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toSet());
  }

  private void line(String line) {
    Matcher comment = COMMENT.matcher(line);
    if (comment.matches()) {
      String family = comment.group(2);
      assertTrue(family == null || families.add(family), () -> "a second " + line);
      return;
    }
    Matcher sample = SAMPLE.matcher(line);
    assertTrue(sample.matches(), () -> "no line of Prometheus: " + line);
    String labels = sample.group(2) == null ? "" : sample.group(2);
    String text = sample.group(3).replace("+Inf", "Infinity").replace("-Inf", "-Infinity");
    assertEquals(null, samples.put(sample.group(1) + labels, Double.valueOf(text)), line);
  }
}
