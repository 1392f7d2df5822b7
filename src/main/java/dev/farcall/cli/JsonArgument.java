package dev.farcall.cli;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.farcall.Struct;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values. Whole numbers are int, or i8 if they need 64 bit, all others are double. An
 * object with a single member whose name is a dollar sign and the type of an argument, as {@code
 * {"$t": "2026-11-23T10:00:00"}}, is what that argument is.
 */
final class JsonArgument {

  private static final Pattern TYPED = Pattern.compile("\\$(" + Arguments.TYPES + ")");

  private final JsonReader in;
  private final Function<String, @Nullable Object> arguments;

  private JsonArgument(JsonReader in, Function<String, @Nullable Object> arguments) {
    this.in = in;
    this.arguments = arguments;
  }

  /**
   * Reads JSON as RFC 8259 has it, without any liberty.
   *
   * @param arguments reads a typed argument, as {@code t:2026-11-23T10:00:00}
   * @throws IllegalArgumentException if it is none, or has what cannot travel without a loss
   */
  static @Nullable Object read(String text, Function<String, @Nullable Object> arguments) {
    JsonReader in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    try {
      Object value = new JsonArgument(in, arguments).value();
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("something follows");
      }
      return value;
    } catch (IOException e) {
      // Gson's own words are for those who call it.
      throw new IllegalArgumentException("not JSON from " + in.getPath() + " on", e);
    }
  }

  private @Nullable Object value() throws IOException {
    return switch (in.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> in.nextString();
      case NUMBER -> Numbers.read(in.nextString());
      case BOOLEAN -> in.nextBoolean();
      default -> nothing();
    };
  }

  private @Nullable Object nothing() throws IOException {
    in.nextNull();
    return null;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      list.add(value());
    }
    in.endArray();
    return list;
  }

  private @Nullable Object object() throws IOException {
    Struct struct = new Struct();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (struct.containsKey(name)) {
        throw new IllegalArgumentException("two members at " + in.getPath());
      }
      struct.put(name, value());
    }
    in.endObject();
    return typed(struct);
  }

  private @Nullable Object typed(Struct struct) {
    if (struct.size() != 1) {
      return struct;
    }
    Map.Entry<String, @Nullable Object> only = struct.entrySet().iterator().next();
    return only.getValue() instanceof String text && TYPED.matcher(only.getKey()).matches()
        ? arguments.apply(only.getKey().substring(1) + ":" + text)
        : struct;
  }
}
