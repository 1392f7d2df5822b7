package dev.farcall.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a page, which are resources of this library: an HTML document, and those that it
 * names as {@code src="?name.js"} or {@code href="?name.css"}. The name is the query of the
 * request, so a page needs no path but that of its document.
 */
final class StaticFiles {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"\\?([a-z0-9-]+\\.(?:js|css|svg))\"");

  private final StaticFile document;
  private final Map<String, StaticFile> others;

  private StaticFiles(StaticFile document, Map<String, StaticFile> others) {
    this.document = document;
    this.others = others;
  }

  /**
   * Reads a page.
   *
   * @param directory beside this class
   * @param document name of the HTML file in there
   */
  static StaticFiles of(String directory, String document) {
    byte[] html = read(directory + "/" + document);
    Map<String, StaticFile> others = new HashMap<>();
    Matcher reference = REFERENCE.matcher(new String(html, StandardCharsets.UTF_8));
    while (reference.find()) {
      String name = reference.group(1);
      others.put(name, StaticFile.of(name, read(directory + "/" + name)));
    }
    return new StaticFiles(StaticFile.of(document, html), Map.copyOf(others));
  }

  /** The HTML document. */
  StaticFile document() {
    return document;
  }

  /** The file that this query is the name of, or null. */
  @Nullable StaticFile get(@Nullable String query) {
    return query == null ? null : others.get(query);
  }

  private static byte[] read(String resource) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the library was packaged without " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
