package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.farcall.Struct;
import dev.farcall.call.Incidents;
import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SalvageTest {

  private static String entry(String method, String... params) {
    return "<value><struct><member><name>methodName</name><value>"
        + method
        + "</value></member><member><name>params</name><value><array><data><value>"
        + String.join("</value><value>", params)
        + "</value></data></array></value></member></struct></value>";
  }

  private static List<?> multicall(ServletFixture server, String... entries) throws IOException {
    String array = "<array><data>" + String.join("", entries) + "</data></array>";
    return (List<?>)
        assertNotNullValue(value(server.call(document("system.multicall", array)).body()));
  }

  private static Object assertNotNullValue(@Nullable Object value) {
    assertNotNull(value);
    return value;
  }

  private static Struct fault(String problem) {
    return new Struct()
        .with("faultCode", -32603)
        .with("faultString", "internal error, reference : " + problem);
  }

  private static Object withoutReference(Object entry) {
    return entry instanceof Struct fault
        ? new Struct(fault)
            .with("faultCode", fault.get("faultCode"))
            .with(
                "faultString",
                String.valueOf(fault.get("faultString")).replaceFirst("[0-9A-Z]{10}", ""))
        : entry;
  }

  @Test
  void resultThatCannotBeWrittenLeavesTheOthers() throws Exception {
    try (CapturedLog log = CapturedLog.of("dev.farcall.servlet");
        ServletFixture server = ServletFixture.start()) {
      log.take();
      List<?> answers =
          multicall(
              server,
              entry("test.echo", "a"),
              entry("test.unwritableBehind", "<int>3</int>"),
              entry("test.echo", "b"));
      assertEquals(List.of("a"), answers.get(0));
      assertEquals(
          fault(
              "result[1][0]: U+0000 at position 3 cannot be written as XML"
                  + " (setting illegal-characters)"),
          withoutReference(answers.get(1)));
      assertEquals(List.of("b"), answers.get(2));
      LogRecord logged = log.take();
      assertNotNull(logged);
      assertEquals(
          "internal error, reference  in a call of system.multicall",
          logged.getMessage().replaceFirst("[0-9A-Z]{10}", ""));
      assertEquals(List.of(), log.messages());
    }
  }

  @Test
  void resultBeyondTheBufferThatCannotBeWrittenLeavesTheOthers() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      List<?> answers =
          multicall(
              server,
              entry("test.repeat", "abc", "<int>100000</int>"),
              entry("test.unwritableBehind", "<int>200000</int>"));
      assertEquals(List.of("abc".repeat(100_000)), answers.get(0));
      assertEquals(
          fault(
              "result[1][0]: U+0000 at position 200000 cannot be written as XML"
                  + " (setting illegal-characters)"),
          withoutReference(answers.get(1)));
    }
  }

  @Test
  void resultTooDeepOnlyWithinTheAnswerIsFound() {
    Codec codec =
        Codec.of(
            ServletSettings.read(Map.of("max-depth", "3"), new Problems()).limits(),
            Reading.STANDARD);
    List<?> fits = List.of(List.of(1));
    List<?> tooDeep = List.of(List.of(List.of(1)));
    codec.check(MethodResponse.of(tooDeep), Dialect.PLAIN);
    InternalErrors errors = new InternalErrors(Incidents.of(System.getLogger("dev.farcall.test")));
    MethodResponse saved =
        new Salvage(codec, errors).of(List.of(fits, tooDeep), Dialect.PLAIN, "a test");
    codec.check(saved, Dialect.PLAIN);
    List<?> entries = (List<?>) assertNotNullValue(saved.value());
    assertEquals(fits, entries.get(0));
    assertInstanceOf(Struct.class, entries.get(1));
  }
}
