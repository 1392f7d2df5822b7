package dev.farcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That the page about attacks promises nothing that no test shows. */
final class AttacksPageTest {

  private static final Path PAGE = Path.of("src/site/markdown/attacks.md");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+)\\.([A-Za-z0-9]+)`");
  private static final Pattern MEASURED = Pattern.compile("(?i)measured?: \\S.*");

  private static final Pattern ANNOTATION =
      Pattern.compile("\\n  @(?:(?:Parameterized|Repeated)?Test|Property)\\b");
  private static final String VOID = "\n  void ";

  private static String page = "";

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(PAGE, StandardCharsets.UTF_8);
  }

  private static Stream<MatchResult> links() {
    return LINK.matcher(page).results();
  }

  /** The lines of the tables, each as its cells, without the heads. */
  private static List<List<String>> rows() {
    return page.lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| attack |"))
        .map(line -> Stream.of(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .map(cells -> cells.subList(0, cells.size() - 1))
        .toList();
  }

  @Test
  void everyLineHasFiveCells() {
    assertTrue(rows().size() > 50);
    assertEquals(List.of(), rows().stream().filter(row -> row.size() != 5).toList());
  }

  @Test
  void everyLineHasATestOrAFigure() {
    assertEquals(
        List.of(),
        rows().stream()
            .filter(row -> !TEST.matcher(last(row)).find())
            .filter(row -> !MEASURED.matcher(last(row)).matches())
            .toList());
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (MatchResult link : links().toList()) {
      var test = TEST.matcher(link.group(1));
      if (test.matches() && !isTest(target(link), test.group(1), test.group(2))) {
        missing.add(link.group());
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyTestThatIsNamedIsALink() {
    String withoutLinks = LINK.matcher(page).replaceAll("");
    assertEquals(
        List.of(),
        TEST.matcher(withoutLinks)
            .results()
            .map(MatchResult::group)
            .filter(name -> name.contains("Test."))
            .toList());
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : links().toList()) {
      String anchor = link.group(2).replaceFirst("^[^#]*#?", "");
      Path target = target(link);
      if (!Files.isRegularFile(target) || !(anchor.isEmpty() || hasHeading(target, anchor))) {
        broken.add(link.group());
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void theReadmeLeadsHere() throws IOException {
    String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
    assertTrue(readme.contains("](" + PAGE.toString().replace('\\', '/') + ")"));
  }

  private static String last(List<String> row) {
    return row.get(row.size() - 1);
  }

  private static Path target(MatchResult link) {
    String file = link.group(2).replaceFirst("#.*", "");
    return file.isEmpty() ? PAGE : PAGE.resolveSibling(file).normalize();
  }

  private static boolean isTest(Path file, String name, String method) throws IOException {
    if (!file.endsWith(name + ".java") || !Files.isRegularFile(file)) {
      return false;
    }
    String source = Files.readString(file, StandardCharsets.UTF_8);
    // Between the annotation and the method may stand others, and the values they give it.
    return Stream.of(ANNOTATION.split(source, -1))
        .skip(1)
        .map(test -> test.substring(test.indexOf(VOID) + VOID.length()))
        .anyMatch(test -> test.startsWith(method + "("));
  }

  /** Whether a page has a heading that GitHub gives this anchor. */
  private static boolean hasHeading(Path file, String anchor) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
          .anyMatch(anchor::equals);
    }
  }
}
