package dev.farcall.interop;

import static dev.farcall.interop.Target.bytes;
import static dev.farcall.interop.Target.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.interop.Target.Answer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents that are large, deep or many-limbed, to a server with default settings. After each an
 * ordinary call is answered.
 */
final class AttackDocumentsTest {

  private static final int MIB = 1 << 20;

  @SuppressWarnings("NullAway.Init")
  private Target target;

  @BeforeEach
  void start() throws Exception {
    target = Target.start(Target.Subject.class);
  }

  @AfterEach
  void anOrdinaryCallIsAnswered() throws Exception {
    try (Target running = target) {
      assertTrue(running.answers());
    }
  }

  private void assertRefused(String refusal, String content) throws Exception {
    assertEquals(refusal, withoutPlace(sendZippedValue(content)));
    assertEquals(0, target.calls());
  }

  /** The refusal without the line and column, which say nothing here. */
  private static String withoutPlace(Answer answer) throws Exception {
    return answer.refusal().replaceFirst(" \\(line [0-9]+, column [0-9]+\\)$", "");
  }

  private static String join(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
  }

  private static String nested(int depth) {
    return "<array><data><value>".repeat(depth) + "1" + "</value></data></array>".repeat(depth);
  }

  private static String array(int size, String value) {
    return "<array><data>" + value.repeat(size) + "</data></array>";
  }

  private static String struct(int size, IntFunction<String> name) {
    return "<struct>"
        + join(size, i -> "<member><name>" + name.apply(i) + "</name><value/></member>")
        + "</struct>";
  }

  /** Names that all have one hash code. */
  private static String colliding(int number) {
    return join(15, bit -> (number >> bit & 1) == 0 ? "Aa" : "BB");
  }

  @Test
  void billionLaughsAreNotExpanded() throws Exception {
    String entities =
        join(10, i -> "<!ENTITY a" + (i + 1) + " \"" + ("&a" + i + ";").repeat(10) + "\">");
    String document =
        "<!DOCTYPE methodCall [<!ENTITY a0 \"lol\">" + entities + "]>" + inner("&a10;");
    assertEquals(
        "200 -32700 a DOCTYPE is not accepted", withoutPlace(target.send(bytes(document))));
    assertEquals(0, target.calls());
  }

  @Test
  void quadraticBlowUpIsNotExpanded() throws Exception {
    String entity = "<!ENTITY a \"" + "x".repeat(100_000) + "\">";
    String document = "<!DOCTYPE methodCall [" + entity + "]>" + inner("&a;".repeat(2_000));
    assertEquals(
        "200 -32700 a DOCTYPE is not accepted", withoutPlace(target.send(bytes(document))));
    assertEquals(0, target.calls());
  }

  private static String inner(String content) {
    String document = call("m", content);
    return document.substring(document.indexOf("<methodCall>"));
  }

  @Test
  void sixtyFourLevelsComeBack() throws Exception {
    Object value = target.sendValue(nested(64)).value();
    for (int level = 0; level < 64; level++) {
      value = assertInstanceOf(List.class, value).get(0);
    }
    assertEquals("1", value);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000, 100_000})
  void moreLevelsAreRefused(int depth) throws Exception {
    assertRefused(
        "200 -32002 params[0]"
            + "[0]".repeat(64)
            + ": more than 64 levels of nesting"
            + " (setting max-depth)",
        nested(depth));
  }

  @Test
  void twoHundredThousandValuesComeBack() throws Exception {
    Object value = target.sendValue(array(199_999, "<value><int>1</int></value>")).value();
    assertEquals(199_999, assertInstanceOf(List.class, value).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {200_000, 1_000_000})
  void moreValuesAreRefused(int count) throws Exception {
    assertRefused(
        "200 -32002 params[0][199999]: more than 200000 values (setting max-values)",
        array(count, "<value/>"));
  }

  @ParameterizedTest
  @CsvSource({"a, 17", "a, 20000", "xmlns:a, 17", "xmlns:a, 20000"})
  void manyAttributesAreRefused(String name, int count) throws Exception {
    String attributes = join(count, i -> " " + name + i + "=\"\"");
    assertLimited("<value" + attributes + "/>");
  }

  @Test
  void longAttributeIsRefused() throws Exception {
    assertLimited("<value xmlns=\"" + "a".repeat(5_000_000) + "\"/>");
  }

  @Test
  void longNameIsRefused() throws Exception {
    assertRefused(
        "200 -32002 params[0]: more than 65536 characters in a name, a comment or an instruction",
        "<" + "n".repeat(1_000_000) + "/>");
  }

  private void assertLimited(String content) throws Exception {
    Answer answer = sendZippedValue("<array><data>" + content + "</data></array>");
    assertEquals(200, answer.status());
    assertTrue(List.of(-32002, -32700).contains(answer.fault().code()), answer::text);
    assertTrue(answer.body().length < 1_000, answer::text);
    assertEquals(0, target.calls());
  }

  @Test
  void membersWithOneHashCodeComeBack() throws Exception {
    Object value = target.sendValue(struct(10_000, AttackDocumentsTest::colliding)).value();
    assertEquals(10_000, assertInstanceOf(Map.class, value).size());
  }

  @Test
  void moreMembersAreRefused() throws Exception {
    assertRefused(
        "200 -32002 params[0]: more than 10000 members in a struct (setting max-members)",
        struct(10_001, AttackDocumentsTest::colliding));
  }

  @Test
  void duplicateMemberIsRefused() throws Exception {
    assertRefused("200 -32600 params[0]: two members with the name \"a\"", struct(2, i -> "a"));
  }

  private static byte[] padded(int length) {
    byte[] call = bytes(call("m", "<int>7</int>"));
    byte[] padded = Arrays.copyOf(call, length);
    Arrays.fill(padded, call.length, length, (byte) ' ');
    return padded;
  }

  private static byte[] gzip(byte[] bytes, int times) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped, 1 << 16)) {
      for (int i = 0; i < times; i++) {
        zip.write(bytes);
      }
    }
    return zipped.toByteArray();
  }

  private Answer sendZipped(byte[] zipped) throws Exception {
    return target.send(zipped, "Content-Type", "text/xml", "Content-Encoding", "gzip");
  }

  /**
   * Calls {@code m} in a body so small that it has been sent before it is refused. Who still sends
   * may find the connection closed in place of the answer.
   */
  private Answer sendZippedValue(String content) throws Exception {
    return sendZipped(gzip(bytes(call("m", content)), 1));
  }

  @Test
  void eightMebibytesAreAccepted() throws Exception {
    assertEquals(7, target.send(padded(8 * MIB)).value());
  }

  @Test
  void oneByteMoreIsRefused() throws Exception {
    assertEquals(
        "413 -32002 the body has more than the 8388608 bytes that max-request-bytes allows",
        target.send(padded(8 * MIB + 1)).refusal());
    assertEquals(0, target.calls());
  }

  @Test
  void sixteenMebibytesOfDocumentAreAccepted() throws Exception {
    assertEquals(7, sendZipped(gzip(padded(16 * MIB), 1)).value());
  }

  @ParameterizedTest
  @ValueSource(ints = {16 * MIB + 1, 17 * MIB})
  void moreDocumentIsRefused(int length) throws Exception {
    assertEquals(
        "413 -32002 the body has more than the 16777216 bytes that max-document-bytes allows",
        sendZipped(gzip(padded(length), 1)).refusal());
    assertEquals(0, target.calls());
  }

  /** It ends where it can be no document any more, long before the limit. */
  @ParameterizedTest
  @CsvSource({"0, the document does not begin with \"<\"", "32, the document is empty"})
  void bombThatIsNoDocumentIsRefusedAtItsStart(int octet, String problem) throws Exception {
    byte[] same = new byte[MIB];
    Arrays.fill(same, (byte) octet);
    assertEquals("200 -32700 " + problem, withoutPlace(sendZipped(gzip(same, 1_024))));
    assertEquals(0, target.calls());
  }

  @Test
  void bombInsideTheDocumentIsRefusedAtTheLimit() throws Exception {
    byte[] text = bytes("x".repeat(MIB));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped, 1 << 16)) {
      zip.write(bytes("<methodCall><methodName>m</methodName><params><param><value><string>"));
      for (int i = 0; i < 64; i++) {
        zip.write(text);
      }
    }
    assertEquals(
        "413 -32002 the body has more than the 16777216 bytes that max-document-bytes allows",
        sendZipped(zipped.toByteArray()).refusal());
    assertEquals(0, target.calls());
  }

  /** Which a limit on the ratio would refuse. */
  @Test
  void wellCompressedArrayIsAccepted() throws Exception {
    String array = array(190_000, "<value><int>1</int></value>");
    byte[] zipped = gzip(bytes(call("m", array)), 1);
    assertTrue(array.length() > 300 * zipped.length);
    Object value = sendZipped(zipped).value();
    assertEquals(190_000, assertInstanceOf(List.class, value).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"int", "i8", "double", "boolean", "dateTime.iso8601", "bigdecimal", "biginteger"})
  void millionsOfDigitsAreNoNumber(String type) throws Exception {
    Answer answer = target.sendValue("<" + type + ">" + "7".repeat(4_000_000) + "</" + type + ">");
    assertEquals(-32602, answer.fault().code());
    assertTrue(answer.fault().faultString().contains("got \"" + "7".repeat(40) + "...\""));
    assertEquals(0, target.calls());
  }
}
