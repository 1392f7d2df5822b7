package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.interop.Target.Answer;
import dev.farcall.testkit.Document;
import dev.farcall.testkit.Notation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every document of the corpus, sent: those that are refused get the documented fault and reach no
 * handler, and nothing is printed about them.
 */
final class CorpusOverHttpTest {

  private static final PrintStream STDERR = System.err;
  private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();

  @SuppressWarnings("NullAway.Init")
  private static Target target;

  @BeforeAll
  static void start() throws Exception {
    target = Target.start(Target.Subject.class);
    System.setErr(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() throws Exception {
    System.setErr(STDERR);
    assertTrue(target.answers());
    target.close();
    assertEquals("", PRINTED.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.farcall.testkit.Document#calls")
  void documentIsAnsweredAsExpected(Document document) throws Exception {
    int calls = target.calls();
    Answer answer = send(document);
    assertEquals(200, answer.status());
    String expected = document.standard().text();
    if (expected.startsWith("refused ")) {
      String fault = answer.fault().code() + " " + Notation.ascii(answer.fault().faultString());
      assertTrue(("refused " + fault).startsWith(expected), fault);
      assertEquals(calls, target.calls());
    } else if (expected.startsWith("call m ")) {
      assertEquals(calls + 1, target.calls());
    } else {
      assertEquals(calls, target.calls());
    }
  }

  private static Answer send(Document document) throws Exception {
    String charset = document.charset();
    String type = charset == null ? "text/xml" : "text/xml; charset=\"" + charset + "\"";
    try (var in = document.open()) {
      return target.send(in.readAllBytes(), "Content-Type", type);
    } catch (IOException e) {
      throw new AssertionError(document.toString(), e);
    }
  }
}
