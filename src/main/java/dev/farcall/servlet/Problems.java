package dev.farcall.servlet;

import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a deployment, collected so that one report has all of it. */
final class Problems {

  private final List<String> lines = new ArrayList<>();

  void add(String problem) {
    lines.add(problem);
  }

  void addAll(List<String> problems) {
    lines.addAll(problems);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What ends the deployment of a servlet, or a filter; its message has all of it. */
  ServletException toException(String kind, String name) {
    return new ServletException(
        kind + " \"" + name + "\" cannot start:\n - " + String.join("\n - ", lines));
  }
}
