package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.nio.CharBuffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TextAdaptersTest {
  private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

  private enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "grass";
      }
    }
  }

  private enum Nobody {}

  @Test
  void stringsTravelAsTheyAre() {
    assertEquals("a\r\n\0", read(String.class, "a\r\n\0"));
    assertEquals("a", write(String.class, "a"));
    assertNull(read(String.class, null));
  }

  @Test
  void nothingElseIsAString() {
    assertEquals("expected string, got int 5", refusal(String.class, 5));
    assertEquals("expected string, got boolean true", refusal(String.class, true));
  }

  @Test
  void charSequencesAreText() {
    assertEquals("a", read(CharSequence.class, "a"));
    assertEquals("a", String.valueOf(read(StringBuilder.class, "a")));
    CharSequence buffer = CharBuffer.wrap("a");
    assertEquals("a", write(CharSequence.class, buffer));
    assertEquals("a", write(buffer));
  }

  @Test
  void characterIsTextOfOne() {
    assertEquals('x', read(char.class, "x"));
    assertEquals("x", write(char.class, 'x'));
    assertEquals(
        "expected a string of one character, got string \"xy\"", refusal(char.class, "xy"));
    assertEquals("expected a string of one character, got string \"\"", refusal(char.class, ""));
    assertEquals("expected string, got nil", refusal(char.class, null));
    assertNull(read(Character.class, null));
  }

  @Test
  void enumGoesByTheNameOfTheConstant() {
    assertEquals(Color.GREEN, read(Color.class, "GREEN"));
    assertEquals("GREEN", write(Color.class, Color.GREEN));
    assertEquals("GREEN", write(Color.GREEN));
    assertNull(read(Color.class, null));
  }

  @Test
  void unknownConstantIsRefusedWithThoseThereAre() {
    assertEquals("expected one of RED, GREEN, got string \"red\"", refusal(Color.class, "red"));
    assertEquals("expected one of RED, GREEN, got int 0", refusal(Color.class, 0));
  }

  @Test
  void enumWithoutConstantsSaysSo() {
    assertEquals(
        "expected one of nothing, there are no constants, got string \"a\"",
        refusal(Nobody.class, "a"));
  }

  @Test
  void enumIsDescribedWithItsConstants() {
    assertEquals(
        new TypeDescription(ValueType.STRING, "Color", null, List.of(), List.of("RED", "GREEN")),
        Trip.describe(Color.class));
  }

  @Test
  void uuidIsText() {
    assertEquals(UUID.fromString(ID), read(UUID.class, ID));
    assertEquals(UUID.fromString(ID), read(UUID.class, ID.toUpperCase(java.util.Locale.ROOT)));
    assertEquals(ID, write(UUID.class, UUID.fromString(ID)));
  }

  @Test
  void textThatIsAlmostAUuidIsRefused() {
    assertEquals("expected a UUID, got string \"1-2-3-4-5\"", refusal(UUID.class, "1-2-3-4-5"));
    assertEquals("expected a UUID, got string \"\"", refusal(UUID.class, ""));
  }

  @Test
  void uriIsText() {
    assertEquals(URI.create("http://example.org/a"), read(URI.class, "http://example.org/a"));
    assertEquals("a?b", write(URI.class, URI.create("a?b")));
    assertEquals("expected a URI, got string \"a b\"", refusal(URI.class, "a b"));
  }

  @Test
  void allAreDescribedAsString() {
    for (Class<?> type : List.of(String.class, char.class, UUID.class, URI.class)) {
      assertEquals(TypeDescription.of(ValueType.STRING), Trip.describe(type));
    }
  }
}
