package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceContextTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";
  private static final String HEADER = "00-" + TRACE + "-" + PARENT + "-01";

  private static Optional<TraceContext> read(String header) {
    return TraceContext.read(List.of(header), List.of());
  }

  private static String state(String... headers) {
    return TraceContext.read(List.of(HEADER), List.of(headers)).orElseThrow().state();
  }

  private static TraceContext context(int flags) {
    return new TraceContext(TRACE, PARENT, flags, "");
  }

  @Test
  void headerIsRead() {
    assertEquals(Optional.of(context(1)), read(HEADER));
  }

  @Test
  void blanksAroundItAreIgnored() {
    assertEquals(Optional.of(context(1)), read(" " + HEADER + "\t"));
  }

  @Test
  void itIsWrittenAsItWasRead() {
    assertEquals(HEADER, read(HEADER).orElseThrow().parent());
  }

  @Test
  void withoutAHeaderThereIsNone() {
    assertEquals(Optional.empty(), TraceContext.read(List.of(), List.of("a=1")));
  }

  @Test
  void twoHeadersAreNone() {
    assertEquals(Optional.empty(), TraceContext.read(List.of(HEADER, HEADER), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-001",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0A",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e47366-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
        "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
        "00-٤bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "0-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "0A-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
        "cc-00000000000000000000000000000000-00f067aa0ba902b7-01-more",
      })
  void malformedOneIsIgnored(String header) {
    assertEquals(Optional.empty(), read(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "-what-the-future-will-be-like", "-\n"})
  void laterVersionIsReadAsFarAsItIsKnownAndSentAsVersion00(String more) {
    String header = "cc-" + TRACE + "-" + PARENT + "-01";
    assertEquals(HEADER, read(header + more).orElseThrow().parent());
  }

  @ParameterizedTest
  @CsvSource({"00, 00, false", "01, 01, true", "02, 02, false", "ff, 03, true", "fc, 00, false"})
  void flagsThatAreNotDefinedAreCleared(String received, String sent, boolean sampled) {
    TraceContext read = read("00-" + TRACE + "-" + PARENT + "-" + received).orElseThrow();
    assertTrue(read.parent().endsWith("-" + sent), read::parent);
    assertEquals(sampled, read.isSampled());
  }

  @ParameterizedTest
  @CsvSource({
    "4bf92f3577b34da6a3ce929d0e0e473, 00f067aa0ba902b7",
    "4bf92f3577b34da6a3ce929d0e0e4736, 0000000000000000",
    "00000000000000000000000000000000, 00f067aa0ba902b7",
    "4bf92f3577b34da6a3ce929d0e0e4736, 00F067AA0BA902B7",
  })
  void idsThatAreNoneAreRefused(String traceId, String parentId) {
    assertEquals(
        "not the ids of a trace: expected 32 and 16 digits of 0-9 and a-f, not all of them 0",
        assertThrows(
                IllegalArgumentException.class, () -> new TraceContext(traceId, parentId, 0, ""))
            .getMessage());
  }

  @Test
  void stateThatNoHeaderCanHoldIsRefused() {
    for (String state : List.of("a=\r\nb", "a=\u00e9", "x".repeat(513))) {
      assertEquals(
          "not the state of a trace: expected at most 512 printable characters of ASCII",
          assertThrows(
                  IllegalArgumentException.class, () -> new TraceContext(TRACE, PARENT, 0, state))
              .getMessage());
    }
  }

  @Test
  void stateIsKeptAsItIs() {
    assertEquals("congo=t61rcWkgMzE, rojo=00f0,,", state(" congo=t61rcWkgMzE, rojo=00f0,,"));
    assertEquals("", state());
  }

  @Test
  void statesOfSeveralHeadersAreOneInTheirOrder() {
    assertEquals("b=2,a=1,c=3", state("b=2", "a=1,c=3"));
  }

  @Test
  void malformedStateIsDropped() {
    assertEquals("", state("a=1\u0000"));
    assertEquals("", state("a=1", "b=\u00e9"));
    assertEquals("", state("a=1,".repeat(33)));
  }

  @Test
  void stateOf32EntriesIsKept() {
    assertEquals("a=1,".repeat(32), state("a=1,".repeat(32)));
  }

  @Test
  void stateOf512CharactersIsKept() {
    String state = "a=" + "x".repeat(510);
    assertEquals(state, state(state));
  }

  @Test
  void ofALongerStateTheLastEntriesGo() {
    String hundred = "=" + "x".repeat(98);
    assertEquals(
        "a" + hundred + ",b" + hundred + ",c" + hundred + ",d" + hundred + ",e" + hundred,
        state(String.join(hundred + ",", List.of("a", "b", "c", "d", "e", "f", "g")) + hundred));
  }

  @Test
  void ofALongerStateTheLongEntriesGoFirst() {
    String small = "s=1";
    String large = "l=" + "x".repeat(300);
    assertEquals(large + "," + small, state(large + "," + large + "," + small));
    assertEquals(small, state("l=" + "x".repeat(600), small));
  }
}
