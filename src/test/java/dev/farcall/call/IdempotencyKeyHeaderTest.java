package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdempotencyKeyHeaderTest {

  private static Optional<String> read(String... values) {
    return IdempotencyKeyHeader.read(List.of(values));
  }

  @Test
  void keyStandsInQuotes() {
    assertEquals("\"8e03978e\"", IdempotencyKeyHeader.text("8e03978e"));
    assertEquals(Optional.of("8e03978e"), read("\"8e03978e\""));
    assertEquals(Optional.of("8e03978e"), read(" \"8e03978e\" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "a b", "\"", "\\", "a\\\"b\\\\", "!#[]~"})
  void whatIsWrittenIsRead(String key) {
    assertEquals(Optional.of(key), read(IdempotencyKeyHeader.text(key)));
  }

  @Test
  void longestKeyHas255Characters() {
    String longest = "\"".repeat(255);
    assertEquals(Optional.of(longest), read(IdempotencyKeyHeader.text(longest)));
    assertEquals(Optional.empty(), read('"' + "x".repeat(256) + '"'));
    assertThrows(IllegalArgumentException.class, () -> IdempotencyKeyHeader.text("x".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\"\"",
        "8e03978e",
        "'8e03978e'",
        "\"a\"b\"",
        "\"a\\\"",
        "\"a\\b\"",
        "\"a\";b=1",
        "\"a\", \"b\"",
        "\"a\tb\"",
        "\"a\r\nb\"",
        "\"a\u001b[2J\"",
        "\"a\u007f\"",
        "\"\u00e4\"",
        "\"\u202eb\"",
        ":YQ==:"
      })
  void whatIsNoStringIsNoKey(String value) {
    assertEquals(Optional.empty(), read(value));
  }

  @Test
  void hugeValueIsNoKey() {
    assertEquals(Optional.empty(), read('"' + "\\\"".repeat(500_000) + '"'));
  }

  @Test
  void twoHeadersAreNoKey() {
    assertEquals(Optional.empty(), read());
    assertEquals(Optional.empty(), read("\"a\"", "\"a\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u00e4", "\u202e"})
  void whatCannotBeSentIsRefusedAndNotShown(String key) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> IdempotencyKeyHeader.text(key));
    assertEquals("an idempotency key has 1 to 255 printable characters of ASCII", e.getMessage());
  }
}
