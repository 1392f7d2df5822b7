package dev.farcall.wire;

import static dev.farcall.wire.TestDocuments.call;
import static dev.farcall.wire.TestDocuments.callWith;
import static dev.farcall.wire.TestDocuments.params;
import static dev.farcall.wire.TestDocuments.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.MethodResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit with a value that is not its default: exactly at it, and one beyond. */
final class WireLimitsTest {

  private static final WireLimits LIMITS = new WireLimits(1_000, 3, 6, 4, 5, 7, 8, 2, 9);
  private static final Codec CODEC = Codec.of(LIMITS, Reading.STANDARD);

  @Test
  void theDefaultsAreThoseOfTheComponents() {
    assertEquals(
        new WireLimits(16_777_216, 64, 200_000, 10_000, 1_000, 255, 4_096, 16, 1_024),
        WireLimits.defaults());
  }

  @ParameterizedTest
  @CsvSource({
    "0, max-document-bytes",
    "1, max-depth",
    "2, max-values",
    "3, max-members",
    "4, max-params",
    "5, max-method-name-chars",
    "6, max-member-name-chars",
    "7, max-attributes",
    "8, max-attribute-chars"
  })
  void aLimitIsPositive(int component, String setting) {
    int[] limits = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    WireLimits ones = limits(limits);
    limits[component] = 0;

    assertEquals(1, ones.maxDepth());
    assertEquals(
        setting + " is at least 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> limits(limits)).getMessage());
  }

  @Test
  void aDocumentCannotBeDeeperThanTheStack() {
    assertEquals(
        "max-depth is at most 500, since each level takes stack, got 501",
        assertThrows(
                IllegalArgumentException.class,
                () -> limits(new int[] {1, 501, 1, 1, 1, 1, 1, 1, 1}))
            .getMessage());
  }

  @Test
  void eachLimitCanBeChangedAlone() {
    WireLimits limits = new WireLimits(1, 2, 3, 4, 5, 6, 7, 8, 9);

    assertEquals(new WireLimits(10, 2, 3, 4, 5, 6, 7, 8, 9), limits.withMaxDocumentBytes(10));
    assertEquals(new WireLimits(1, 10, 3, 4, 5, 6, 7, 8, 9), limits.withMaxDepth(10));
    assertEquals(new WireLimits(1, 2, 10, 4, 5, 6, 7, 8, 9), limits.withMaxValues(10));
    assertEquals(new WireLimits(1, 2, 3, 10, 5, 6, 7, 8, 9), limits.withMaxMembers(10));
    assertEquals(new WireLimits(1, 2, 3, 4, 10, 6, 7, 8, 9), limits.withMaxParams(10));
    assertEquals(new WireLimits(1, 2, 3, 4, 5, 10, 7, 8, 9), limits.withMaxMethodNameChars(10));
    assertEquals(new WireLimits(1, 2, 3, 4, 5, 6, 10, 8, 9), limits.withMaxMemberNameChars(10));
    assertEquals(new WireLimits(1, 2, 3, 4, 5, 6, 7, 10, 9), limits.withMaxAttributes(10));
    assertEquals(new WireLimits(1, 2, 3, 4, 5, 6, 7, 8, 10), limits.withMaxAttributeChars(10));
  }

  @Test
  void aChangedLimitIsCheckedToo() {
    assertEquals(
        "max-depth is at most 500, since each level takes stack, got 501",
        assertThrows(IllegalArgumentException.class, () -> WireLimits.defaults().withMaxDepth(501))
            .getMessage());
  }

  @Test
  void theDeepestThatMayBeAskedForIsReadAndWritten() {
    Codec deep = Codec.of(new WireLimits(1 << 20, 500, 600, 1, 1, 1, 1, 1, 1), Reading.STANDARD);

    List<?> read = params(deep, callWith(arrays(500)));

    deep.check(MethodResponse.of(read.get(0)), Dialect.PLAIN);
    assertEquals(read, List.of(new ArrayList<>((List<?>) read.get(0))));
  }

  @Test
  void documentBytes() {
    String document = callWith("");
    String blanks = " ".repeat(1_000 - document.length());

    assertEquals(List.of(""), params(CODEC, document + blanks));
    assertEquals(
        "the body has more than the 1000 bytes that max-document-bytes allows",
        assertThrows(
                BodyTooLargeException.class,
                () -> CODEC.readCall(TestDocuments.in(document + blanks + " "), null))
            .getMessage());
  }

  @Test
  void depth() {
    assertEquals(List.of(List.of(List.of(List.of()))), params(CODEC, callWith(arrays(3))));
    assertEquals(
        "-32002 params[0][0][0][0]: more than 3 levels of nesting (setting max-depth)",
        refusal(CODEC, callWith(arrays(4))));
  }

  @Test
  void values() {
    assertEquals(
        List.of(List.of("", "", "", "", "")),
        params(CODEC, callWith("<array><data>" + "<value/>".repeat(5) + "</data></array>")));
    assertEquals(
        "-32002 params[0][5]: more than 6 values (setting max-values)",
        refusal(CODEC, callWith("<array><data>" + "<value/>".repeat(6) + "</data></array>")));
  }

  @Test
  void members() {
    assertEquals(
        List.of(new Struct().with("1", "").with("2", "").with("3", "").with("4", "")),
        params(CODEC, callWith("<struct>" + members(4) + "</struct>")));
    assertEquals(
        "-32002 params[0]: more than 4 members in a struct (setting max-members)",
        refusal(CODEC, callWith("<struct>" + members(5) + "</struct>")));
  }

  @Test
  void paramsOfACall() {
    assertEquals(List.of("", "", "", "", ""), params(CODEC, withParams(5)));
    assertEquals("-32002 more than 5 params (setting max-params)", refusal(CODEC, withParams(6)));
  }

  @Test
  void charactersInTheNameOfAMethod() throws IOException {
    assertEquals(
        "abcdefg", CODEC.readCall(TestDocuments.in(named("abcdefg")), null).call().methodName());
    assertEquals(
        "-32002 more than 7 characters in methodName (setting max-method-name-chars)",
        refusal(CODEC, named("abcdefgh")));
  }

  @Test
  void charactersInTheNameOfAMember() {
    assertEquals(
        List.of(new Struct().with("abcdefgh", "")), params(CODEC, callWith(struct("abcdefgh"))));
    assertEquals(
        "-32002 params[0]: more than 8 characters in a member's name"
            + " (setting max-member-name-chars)",
        refusal(CODEC, callWith(struct("abcdefghi"))));
  }

  @Test
  void attributes() {
    assertEquals(List.of(""), params(CODEC, call("<value xmlns:a='' xmlns:b=''/>")));
    assertEquals(
        "-32002 more than 2 attributes on an element (setting max-attributes)",
        refusal(CODEC, call("<value xmlns:a='' xmlns:b='' xmlns:c=''/>")));
  }

  @Test
  void charactersInAnAttribute() {
    assertEquals(List.of(""), params(CODEC, call("<value xmlns='123456789'/>")));
    assertEquals(
        "-32002 more than 9 characters in an attribute (setting max-attribute-chars)",
        refusal(CODEC, call("<value xmlns='1234567890'/>")));
  }

  @Test
  void depthIsLimitedWhenWritingToo() throws IOException {
    Object three = List.of(List.of(List.of()));
    CODEC.write(MethodResponse.of(three), Dialect.PLAIN, OutputStream.nullOutputStream());

    assertEquals(
        "result.a[0][0]: more than 3 levels of nesting (setting max-depth)",
        assertThrows(
                WireException.class,
                () -> CODEC.check(MethodResponse.of(new Struct().with("a", three)), Dialect.PLAIN))
            .getMessage());
  }

  private static WireLimits limits(int[] of) {
    return new WireLimits(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8]);
  }

  private static String named(String name) {
    return "<methodCall><methodName>" + name + "</methodName></methodCall>";
  }

  private static String withParams(int count) {
    return "<methodCall><methodName>m</methodName><params>"
        + "<param><value/></param>".repeat(count)
        + "</params></methodCall>";
  }

  private static String arrays(int levels) {
    return "<array><data><value>".repeat(levels - 1)
        + "<array><data/></array>"
        + "</value></data></array>".repeat(levels - 1);
  }

  private static String members(int count) {
    StringBuilder members = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      members.append("<member><name>").append(i).append("</name><value/></member>");
    }
    return members.toString();
  }

  private static String struct(String name) {
    return "<struct><member><name>" + name + "</name><value/></member></struct>";
  }
}
