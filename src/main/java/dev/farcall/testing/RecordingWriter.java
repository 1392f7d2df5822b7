package dev.farcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a recording; see {@link Recorder} for what it looks like. */
final class RecordingWriter implements AutoCloseable {

  static final String FIRST_LINE = "farcall recording 1";

  private final Path file;
  private final Path part;
  private boolean closed;

  private RecordingWriter(Path file, Path part) {
    this.file = file;
    this.part = part;
  }

  static RecordingWriter to(Path file) {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      Files.createDirectories(part.resolveSibling("."));
      Files.writeString(part, FIRST_LINE + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("recording to " + file, e);
    }
    return new RecordingWriter(absolute, part);
  }

  synchronized void add(Exchange exchange) {
    if (closed) {
      throw new IllegalStateException("the recorder to " + file + " is closed");
    }
    try {
      Files.writeString(part, text(exchange), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("recording to " + file, e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("recording to " + file, e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static String text(Exchange exchange) {
    StringBuilder out = new StringBuilder();
    line(out, "");
    line(out, "call " + exchange.document().methodName());
    line(out, "POST " + exchange.path());
    message(out, exchange.headers(), exchange.document());
    if (exchange.outcome() instanceof Outcome.Answer answer) {
      line(out, "answer " + answer.status());
      message(out, answer.headers(), answer.body());
      end(out, answer.end());
    } else if (exchange.outcome() instanceof Outcome.Failure failure) {
      line(out, "failure " + failure.delivery() + " " + oneLine(failure.problem()));
    }
    return out.toString();
  }

  private static void message(
      StringBuilder out, Map<String, List<String>> headers, Document document) {
    headers.forEach((name, values) -> values.forEach(value -> line(out, name + ": " + value)));
    DocumentLines.of(document.bytes()).forEach(line -> line(out, line));
  }

  private static void end(StringBuilder out, BodyEnd end) {
    if (end.kind() != BodyEnd.Kind.COMPLETE) {
      line(out, end.kind().name().toLowerCase(Locale.ROOT) + " " + oneLine(end.problem()));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  private static void line(StringBuilder out, String line) {
    out.append(line).append('\n');
  }
}
