package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SimilarWordTest {

  @Test
  void aMissingLetterIsFound() {
    assertEquals("max-depth", SimilarWord.of("max-dept", List.of("max-values", "max-depth")));
  }

  @Test
  void swappedWordsAreNearerThanOthers() {
    assertEquals("zone", SimilarWord.of("Zone", List.of("nil", "zone", "reading")));
  }

  @Test
  void firstOfEquallyNearOnesWins() {
    assertEquals("a", SimilarWord.of("x", List.of("a", "b")));
  }
}
