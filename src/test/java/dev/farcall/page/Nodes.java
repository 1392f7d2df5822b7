package dev.farcall.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the page, of a type on the wire and a text, as plain values. */
final class Nodes {

  private Nodes() {}

  /** One for each. */
  static List<@Nullable Object> values(JsonArray nodes) {
    List<@Nullable Object> values = new ArrayList<>();
    nodes.forEach(node -> values.add(value(node.getAsJsonObject())));
    return values;
  }

  /** The same with each i8 that fits an int as an int, as clients say it that have one type. */
  static List<@Nullable Object> narrowed(List<@Nullable Object> values) {
    List<@Nullable Object> narrowed = new ArrayList<>();
    values.forEach(value -> narrowed.add(narrowed(value)));
    return narrowed;
  }

  private static @Nullable Object narrowed(@Nullable Object value) {
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    } else if (value instanceof List<?> list) {
      return narrowed(new ArrayList<@Nullable Object>(list));
    } else if (value instanceof Struct struct) {
      Struct narrowed = new Struct();
      for (Map.Entry<String, @Nullable Object> member : struct.entrySet()) {
        narrowed.put(member.getKey(), narrowed(member.getValue()));
      }
      return narrowed;
    }
    return value;
  }

  private static @Nullable Object value(JsonObject node) {
    return switch (node.get("type").getAsString()) {
      case "nil" -> null;
      case "array" -> values(node.getAsJsonArray("items"));
      case "struct" -> struct(node.getAsJsonArray("members"));
      default -> scalar(node.get("type").getAsString(), node.get("text").getAsString());
    };
  }

  private static Struct struct(JsonArray members) {
    Struct struct = new Struct();
    for (JsonElement element : members) {
      JsonObject member = element.getAsJsonObject();
      struct.put(member.get("name").getAsString(), value(member.getAsJsonObject("value")));
    }
    return struct;
  }

  private static Object scalar(String type, String text) {
    return switch (type) {
      case "int" -> Integer.parseInt(text);
      case "i8" -> Long.parseLong(text);
      case "double" -> Double.parseDouble(text);
      case "boolean" -> text.equals("1");
      case "string" -> text;
      case "dateTime.iso8601" -> DateTime.parse(text);
      case "base64" -> Binary.wrap(Base64.getDecoder().decode(text));
      case "biginteger" -> new BigInteger(text);
      case "bigdecimal" -> new BigDecimal(text);
      default -> throw new AssertionError("there is no type " + type);
    };
  }
}
