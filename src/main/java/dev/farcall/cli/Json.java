package dev.farcall.cli;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import dev.farcall.Binary;
import dev.farcall.DateTime;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plain values as JSON: dates as ISO 8601 text, bytes as base64 text, nil as null, and NaN and the
 * infinities, which JSON does not have, as text. The order of members is kept.
 */
final class Json {

  private final JsonWriter out;

  private Json(JsonWriter out) {
    this.out = out;
  }

  /** The value in as many lines as it takes; safe for a terminal, without a newline at the end. */
  static String of(@Nullable Object value) {
    StringWriter text = new StringWriter();
    JsonWriter out = new JsonWriter(text);
    out.setStrictness(Strictness.STRICT);
    out.setFormattingStyle(FormattingStyle.PRETTY);
    try {
      new Json(out).write(value);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    // What is escaped here that Gson leaves can only be inside of strings, where this is the way.
    return TerminalText.of(text.toString());
  }

  private void write(@Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> struct) {
      writeObject(struct);
    } else if (value instanceof List<?> list) {
      writeArray(list);
    } else if (value instanceof Boolean truth) {
      out.value(truth);
    } else if (value instanceof Number number && isFinite(number)) {
      out.value(number);
    } else if (value == null) {
      out.nullValue();
    } else {
      out.value(text(value));
    }
  }

  private void writeObject(Map<?, ?> struct) throws IOException {
    out.beginObject();
    for (Map.Entry<?, ?> member : struct.entrySet()) {
      out.name(String.valueOf(member.getKey()));
      write(member.getValue());
    }
    out.endObject();
  }

  private void writeArray(List<?> list) throws IOException {
    out.beginArray();
    for (Object element : list) {
      write(element);
    }
    out.endArray();
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  /** A value that is no container, as text: what it is in JSON, but for quotes. */
  static String text(Object value) {
    if (value instanceof DateTime date) {
      return isoText(date);
    } else if (value instanceof Binary binary) {
      return Base64.getEncoder().encodeToString(binary.toByteArray());
    }
    return String.valueOf(value);
  }

  private static String isoText(DateTime date) {
    return date.offset()
        .map(offset -> ISO_OFFSET_DATE_TIME.format(date.toLocalDateTime().atOffset(offset)))
        .orElseGet(() -> ISO_LOCAL_DATE_TIME.format(date.toLocalDateTime()));
  }
}
