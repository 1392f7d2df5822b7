package dev.farcall.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document of the corpus with what its {@code .expected} file says. That file has lines {@code
 * key = value}:
 *
 * <ul>
 *   <li>{@code standard}: the {@link Outcome} of reading it in standard mode;
 *   <li>{@code lenient}: the same in lenient mode, where it differs;
 *   <li>{@code charset}: the charset parameter of the Content-Type it comes with;
 *   <li>{@code jaxb = skip REASON}: JAXB alone is not expected to come to the standard outcome.
 * </ul>
 */
public final class Document {

  private static final Set<String> KEYS = Set.of("standard", "lenient", "charset", "jaxb");

  private final String name;
  private final byte[] bytes;
  private final Map<String, String> expected;

  private Document(String name, byte[] bytes, Map<String, String> expected) {
    this.name = name;
    this.bytes = bytes;
    this.expected = expected;
  }

  /** Every document that is, or tries to be, a methodCall. */
  public static Stream<Document> calls() throws IOException {
    return folder("call");
  }

  /** Every document that is, or tries to be, a methodResponse. */
  public static Stream<Document> responses() throws IOException {
    return folder("response");
  }

  /** The bytes, from the first. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** The charset parameter of the Content-Type, null for none. */
  public @Nullable String charset() {
    return expected.get("charset");
  }

  /** What standard reading must come to. */
  public Outcome standard() {
    return new Outcome(Objects.requireNonNull(expected.get("standard"), name));
  }

  /** What lenient reading must come to. */
  public Outcome lenient() {
    String lenient = expected.get("lenient");
    return lenient == null ? standard() : new Outcome(lenient);
  }

  /** Why JAXB alone does not come to the standard outcome, if it need not. */
  public Optional<String> jaxbSkip() {
    return Optional.ofNullable(expected.get("jaxb"));
  }

  /** The name of the case. */
  @Override
  public String toString() {
    return name;
  }

  private static Stream<Document> folder(String folder) throws IOException {
    URL url = Objects.requireNonNull(Document.class.getResource("/wire/" + folder));
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      List<Path> documents = files.filter(file -> name(file).endsWith(".xml")).sorted().toList();
      return documents.stream().map(Document::load);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Document load(Path file) {
    String name = name(file).replace(".xml", "");
    try {
      List<String> lines =
          Files.readAllLines(file.resolveSibling(name + ".expected"), StandardCharsets.UTF_8);
      return new Document(name, Files.readAllBytes(file), expectations(name, lines));
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private static Map<String, String> expectations(String name, List<String> lines) {
    Map<String, String> expected = new HashMap<>();
    for (String line : lines) {
      String[] pair = line.split(" = ", 2);
      if (pair.length != 2 || !KEYS.contains(pair[0])) {
        throw new AssertionError(name + ".expected: " + line);
      }
      expected.put(pair[0], pair[1]);
    }
    return expected;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
