package dev.farcall.testing;

import dev.farcall.Delivery;
import dev.farcall.call.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a recording; see {@link Recorder} for what it looks like. */
final class RecordingReader {

  private static final Pattern CALL = Pattern.compile("call .*");
  private static final Pattern POST = Pattern.compile("POST (.*)");
  private static final Pattern HEADER = Pattern.compile("([^ :|+=][^ :]*|[|+=][^ :]+): ?(.*)");
  private static final Pattern ANSWER = Pattern.compile("answer ([0-9]{3})");
  private static final Pattern FAILURE = Pattern.compile("failure (NOT_SENT|REFUSED|UNKNOWN) (.*)");
  private static final Pattern END = Pattern.compile("(broken|timeout) (.*)");
  private static final int LONGEST_LINE = 80;

  private final Path file;
  private final List<String> lines;
  private int at;

  private RecordingReader(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The exchanges in a file, in their order.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it is no recording
   */
  static List<Exchange> read(Path file) {
    try {
      // Checkouts may have turned the ends of lines into those of Windows.
      String text = Files.readString(file).replace("\r\n", "\n");
      return new RecordingReader(file, List.of(text.split("\n", -1))).exchanges();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the recording " + file, e);
    }
  }

  private List<Exchange> exchanges() {
    List<Exchange> exchanges = new ArrayList<>();
    expect(Pattern.compile(RecordingWriter.FIRST_LINE), "\"" + RecordingWriter.FIRST_LINE + "\"");
    for (skipBlank(); at < lines.size(); skipBlank()) {
      exchanges.add(exchange());
    }
    return exchanges;
  }

  private Exchange exchange() {
    int start = at + 1;
    expect(CALL, "\"call METHOD\"");
    String path = expect(POST, "\"POST PATH\"").group(1);
    Map<String, List<String>> headers = headers();
    return new Exchange(start, path, headers, document(), outcome());
  }

  private Outcome outcome() {
    Matcher failure = FAILURE.matcher(line());
    if (failure.matches()) {
      at++;
      return new Outcome.Failure(Delivery.valueOf(failure.group(1)), failure.group(2));
    }
    Matcher answer = expect(ANSWER, "\"answer STATUS\" or \"failure DELIVERY PROBLEM\"");
    int status = Integer.parseInt(answer.group(1));
    Map<String, List<String>> headers = headers();
    return new Outcome.Answer(status, headers, document(), end());
  }

  private BodyEnd end() {
    Matcher end = END.matcher(line());
    if (!end.matches()) {
      return BodyEnd.COMPLETE;
    }
    at++;
    return new BodyEnd(BodyEnd.Kind.valueOf(end.group(1).toUpperCase(Locale.ROOT)), end.group(2));
  }

  private Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Matcher header = HEADER.matcher(line());
        header.matches();
        header = HEADER.matcher(line())) {
      headers.computeIfAbsent(header.group(1), name -> new ArrayList<>()).add(header.group(2));
      at++;
    }
    return headers;
  }

  private Document document() {
    int start = at;
    while (DocumentLines.isOne(line())) {
      at++;
    }
    try {
      return new Document(DocumentLines.bytes(lines.subList(start, at)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ", line " + (start + 1) + ": the document has a line that is not base64", e);
    }
  }

  private Matcher expect(Pattern pattern, String expected) {
    Matcher matcher = pattern.matcher(line());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + (at + 1)
              + ": expected "
              + expected
              + ", got \""
              + PrintableText.of(line(), LONGEST_LINE)
              + "\"");
    }
    at++;
    return matcher;
  }

  private void skipBlank() {
    while (at < lines.size() && line().isBlank()) {
      at++;
    }
  }

  private String line() {
    return at < lines.size() ? lines.get(at) : "";
  }
}
