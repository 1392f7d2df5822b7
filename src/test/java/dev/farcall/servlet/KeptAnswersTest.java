package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Struct;
import dev.farcall.call.Incidents;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.KeptAnswers.Kept;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.GeneratedValues;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.WireLimits;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

final class KeptAnswersTest {

  private static final String LOG = "dev.farcall.servlet.KeptAnswersTest";
  private static final KeptAnswers ANSWERS = answers(1 << 20);

  private static KeptAnswers answers(int mostBytes) {
    return new KeptAnswers(
        WireLimits.defaults(),
        Dialect.APACHE,
        new InternalErrors(Incidents.of(System.getLogger(LOG))),
        mostBytes);
  }

  private static Kept keep(KeptAnswers answers, MethodResponse answer, String method) {
    return answers.keep(answer, method, "a call of " + method);
  }

  private static MethodResponse read(Kept kept) {
    return ANSWERS.read(kept.document(), "a call of m");
  }

  @Provide
  Arbitrary<@Nullable Object> any() {
    return GeneratedValues.any();
  }

  @Property(tries = 200)
  void whatIsKeptIsWhatWasAnswered(@ForAll("any") @Nullable Object value) {
    MethodResponse answer = MethodResponse.of(value);
    Kept kept = keep(ANSWERS, answer, "m");
    assertSame(answer, kept.answer());
    assertEquals(answer, read(kept));
  }

  @Example
  void faultIsKeptWithAllItsMembers() {
    MethodResponse answer =
        MethodResponse.of(
            Fault.of(new Struct().with("faultCode", 4).with("faultString", "x").with("more", 1)));
    assertEquals(answer, read(keep(ANSWERS, answer, "m")));
  }

  @Example
  void answerOfMoreThanCallersMaySendIsRead() {
    MethodResponse answer = MethodResponse.of(Collections.nCopies(200_001, 1));
    assertEquals(answer, read(keep(answers(8 << 20), answer, "m")));
  }

  @Example
  void answerThatIsTooLongIsAnsweredAndNotKept() {
    MethodResponse answer = MethodResponse.of("x".repeat(1000));
    Kept kept = keep(answers(1000), answer, "m");
    assertSame(answer, kept.answer());
    assertEquals(
        new Fault(
            -32002,
            "the call was run when it was first sent, but its answer of more than 1000 bytes was"
                + " not kept (a 16th of setting idempotency-bytes)"),
        read(kept).fault().orElseThrow());
  }

  @Example
  void answerThatCannotBeWrittenIsTheSameFaultForAll() {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      Kept kept = keep(ANSWERS, MethodResponse.of("\0"), "m");
      Fault fault = kept.answer().fault().orElseThrow();
      assertTrue(
          fault
              .faultString()
              .endsWith(
                  ": result: U+0000 at position 0 cannot be written as XML (setting illegal-characters)"),
          fault.faultString());
      assertEquals(kept.answer(), read(kept));
      assertEquals(1, log.messages().size());
    }
  }

  @Example
  void entriesOfAMulticallThatCanBeWrittenAreKept() {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      MethodResponse answer = MethodResponse.of(List.of(List.of(1), List.of("\0")));
      Kept kept = keep(ANSWERS, answer, "system.multicall");
      List<?> entries = assertInstanceOf(List.class, kept.answer().value());
      assertEquals(List.of(1), entries.get(0));
      assertEquals(-32603, assertInstanceOf(Struct.class, entries.get(1)).get("faultCode"));
      assertEquals(kept.answer(), read(kept));
      assertEquals(1, log.messages().size());
    }
  }

  @Example
  void whatAStoreSpoiltIsAnInternalError() {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      MethodResponse answer = ANSWERS.read(new byte[] {'x'}, "a call of m");
      assertEquals(-32603, answer.fault().orElseThrow().code());
      String line = log.messages().get(0);
      assertTrue(line.endsWith(" in the kept answer to a call of m"), line);
    }
  }
}
