package dev.farcall.cli;

import com.google.gson.JsonPrimitive;
import dev.farcall.Binary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain values for people: a tree in the block style of YAML 1.2, in the order in which it came. A
 * text within the tree is quoted where it could be taken for something else.
 */
final class Yaml {

  private static final Pattern UNQUOTED =
      Pattern.compile("[\\p{L}_](?:[\\p{L}\\p{N} _./@()+-]*[\\p{L}\\p{N}_./@()+-])?");

  /** What readers of YAML take for null or a boolean. */
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off");

  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  /** The value; safe for a terminal, without a newline at the end. A text alone is never quoted. */
  static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return TerminalText.of(text);
    } else if (value instanceof Binary) {
      return Json.text(value);
    }
    Yaml yaml = new Yaml();
    yaml.write(value, "");
    return yaml.out.toString();
  }

  private void write(@Nullable Object value, String indent) {
    if (value instanceof Map<?, ?> struct && !struct.isEmpty()) {
      writeStruct(struct, indent);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      writeList(list, indent);
    } else {
      out.append(scalar(value));
    }
  }

  private void writeStruct(Map<?, ?> struct, String indent) {
    String separator = "";
    for (Map.Entry<?, ?> member : struct.entrySet()) {
      out.append(separator).append(scalar(member.getKey())).append(':');
      boolean nested = isNested(member.getValue());
      String inner = nested ? indent + "  " : indent;
      out.append(nested ? "\n" + inner : " ");
      write(member.getValue(), inner);
      separator = "\n" + indent;
    }
  }

  private void writeList(List<?> list, String indent) {
    String separator = "";
    for (Object element : list) {
      out.append(separator).append("- ");
      write(element, indent + "  ");
      separator = "\n" + indent;
    }
  }

  private static boolean isNested(@Nullable Object value) {
    return (value instanceof Map<?, ?> struct && !struct.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty());
  }

  private static String scalar(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Map) {
      return "{}";
    } else if (value instanceof List) {
      return "[]";
    } else if (value instanceof Binary) {
      return "!!binary " + quoted(Json.text(value));
    } else if (value instanceof String text) {
      return isUnquoted(text) ? text : quoted(text);
    }
    return Json.text(value);
  }

  private static boolean isUnquoted(String text) {
    return UNQUOTED.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  // A string of JSON is one of YAML.
  private static String quoted(String text) {
    return TerminalText.line(new JsonPrimitive(text).toString());
  }
}
