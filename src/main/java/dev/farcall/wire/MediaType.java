package dev.farcall.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A Content-Type, taken apart.
 *
 * @param type as {@code text/xml}, in lower case
 * @param charset the parameter of that name, without quotes, or null
 */
public record MediaType(String type, @Nullable String charset) {

  private static final String CHARSET = "charset=";

  /** Reads a header, whatever it holds; what is no charset parameter is passed over. */
  public static MediaType parse(String header) {
    String[] parts = header.split(";", -1);
    String charset = null;
    for (int i = 1; i < parts.length && charset == null; i++) {
      charset = charset(parts[i].strip());
    }
    return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
  }

  /** Whether this announces XML, and is none of the types that a foreign form can send. */
  public boolean isXml() {
    return switch (type) {
      case "text/xml", "application/xml", "application/xmlrpc" -> true;
      default -> type.endsWith("+xml") && type.indexOf('/') > 0;
    };
  }

  private static @Nullable String charset(String parameter) {
    if (!parameter.regionMatches(true, 0, CHARSET, 0, CHARSET.length())) {
      return null;
    }
    String value = parameter.substring(CHARSET.length()).strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
