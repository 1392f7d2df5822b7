package dev.farcall.servlet;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes JSON as RFC 8259 has it, in ASCII. Members and elements are written one after the other,
 * between their beginning and their end; commas come by themselves.
 */
final class JsonText {

  private final StringBuilder text = new StringBuilder();

  /** An object with the members that are written meanwhile. */
  static String of(Consumer<JsonText> members) {
    JsonText json = new JsonText();
    json.nested('{', members, '}');
    return json.text.toString();
  }

  JsonText member(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /** What is no number in JSON, as NaN, is null. */
  JsonText member(String name, double value) {
    name(name).append(Double.isFinite(value) ? String.valueOf(value) : "null");
    return this;
  }

  JsonText member(String name, long value) {
    name(name).append(value);
    return this;
  }

  JsonText member(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  /** A member that is an array of objects, each with what is written for one of the items. */
  <T> JsonText member(String name, Iterable<T> items, BiConsumer<JsonText, T> each) {
    name(name);
    nested(
        '[',
        array -> {
          for (T item : items) {
            array.comma();
            array.nested('{', object -> each.accept(object, item), '}');
          }
        },
        ']');
    return this;
  }

  private void nested(char begin, Consumer<JsonText> content, char end) {
    text.append(begin);
    content.accept(this);
    text.append(end);
  }

  private StringBuilder name(String name) {
    comma();
    quote(name);
    return text.append(':');
  }

  private void comma() {
    char last = text.charAt(text.length() - 1);
    if (last != '{' && last != '[') {
      text.append(',');
    }
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
