package dev.farcall.cli;

import dev.farcall.Struct;
import dev.farcall.cli.CheckDocument.Group;
import dev.farcall.cli.Verdict.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What was found out about a server.
 *
 * @param validator1 the verdict on each of its methods; empty if the server has none
 * @param target what the documents called
 * @param documents the verdict on each
 */
record CheckReport(
    Map<String, Verdict> validator1, CheckTarget target, Map<CheckDocument, Verdict> documents) {

  private static final String LINE = "  %-46s %s";

  /** Whether the server has a method of validator1 that does something else. */
  boolean hasFailures() {
    return count(validator1.values(), Kind.PASSED) < validator1.size();
  }

  /** The report in lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(validator1.isEmpty() ? "validator1: the server does not have it" : "validator1");
    validator1.forEach((name, verdict) -> lines.add(String.format(LINE, name, verdict)));
    lines.add("");
    lines.add(
        target.answers()
            ? "Documents, with what came back from " + target.method()
            : "Documents; those were accepted that got the fault for a missing method");
    for (Group group : Group.values()) {
      lines.add("");
      lines.add(group.title());
      documents.forEach(
          (document, verdict) -> {
            if (document.group() == group) {
              lines.add(String.format(LINE, document.name(), verdict));
            }
          });
    }
    lines.add("");
    lines.addAll(summary());
    return lines;
  }

  /** The report for programs. */
  Struct toStruct() {
    return new Struct()
        .with("validator1", validator1.entrySet().stream().map(CheckReport::toStruct).toList())
        .with("method", target.method())
        .with("answers", target.answers())
        .with(
            "documents",
            documents.entrySet().stream()
                .map(
                    each ->
                        toStruct(Map.entry(each.getKey().name(), each.getValue()))
                            .with("group", each.getKey().group().title()))
                .toList());
  }

  private List<String> summary() {
    List<String> lines = new ArrayList<>();
    if (!validator1.isEmpty()) {
      lines.add(
          "validator1: "
              + count(validator1.values(), Kind.PASSED)
              + " of "
              + validator1.size()
              + " passed");
    }
    Arrays.stream(Group.values()).map(this::summary).forEach(lines::add);
    return lines;
  }

  private String summary(Group group) {
    List<Verdict> verdicts =
        documents.entrySet().stream()
            .filter(each -> each.getKey().group() == group)
            .map(Map.Entry::getValue)
            .toList();
    Kind counted = group == Group.WRONG ? Kind.REFUSED : Kind.ACCEPTED;
    return group.title()
        + ": "
        + count(verdicts, counted)
        + " of "
        + verdicts.size()
        + " "
        + counted.words();
  }

  private static long count(Iterable<Verdict> verdicts, Kind kind) {
    long count = 0;
    for (Verdict verdict : verdicts) {
      count += verdict.kind() == kind ? 1 : 0;
    }
    return count;
  }

  private static Struct toStruct(Map.Entry<String, Verdict> each) {
    return new Struct()
        .with("name", each.getKey())
        .with("verdict", each.getValue().kind().words())
        .with("detail", each.getValue().detail());
  }
}
