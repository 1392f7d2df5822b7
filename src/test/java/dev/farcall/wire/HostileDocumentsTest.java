package dev.farcall.wire;

import static dev.farcall.wire.TestDocuments.LENIENT;
import static dev.farcall.wire.TestDocuments.STANDARD;
import static dev.farcall.wire.TestDocuments.call;
import static dev.farcall.wire.TestDocuments.callWith;
import static dev.farcall.wire.TestDocuments.params;
import static dev.farcall.wire.TestDocuments.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Struct;
import dev.farcall.WireException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody sends who wants to harm: each is refused soon, for a reason that is told, and the
 * next call is answered.
 */
final class HostileDocumentsTest {

  private static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";

  @AfterEach
  void theNextCallIsAnswered() {
    assertEquals(List.of(5), params(STANDARD, callWith("<int>5</int>")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE methodCall>",
        "<!DOCTYPE methodCall SYSTEM \"http://127.0.0.1:1/x\">",
        "<!DOCTYPE methodCall PUBLIC \"x\" \"file:///x\">",
        "<!DOCTYPE methodCall []>",
        "<!DOCTYPE methodCall [<!ENTITY a \"b\">]>",
        "<!DOCTYPE methodCall [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/x\"> %a;]>",
        "<!DOCTYPE methodCall [<!ENTITY a SYSTEM \"jar:file:///x!/y\">]>",
        "<!-- --><!DOCTYPE methodCall>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE methodCall>"
      })
  void aDoctypeIsRefused(String doctype) {
    String document = doctype + callWith("&a;");

    assertEquals("-32700 a DOCTYPE is not accepted", refusal(STANDARD, document));
    assertEquals("-32700 a DOCTYPE is not accepted", refusal(LENIENT, document));
  }

  @Test
  void aBillionLaughsAreNotExpanded() {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE m [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      doctype.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }

    assertEquals(
        "-32700 a DOCTYPE is not accepted", refusal(STANDARD, doctype + "]>" + callWith("&a29;")));
  }

  @Test
  void anEntityNobodyDeclaredIsRefused() {
    assertEquals(
        "-32700 not well-formed: Undeclared general entity \"a\"",
        refusal(STANDARD, callWith("&a;")));
  }

  @ParameterizedTest
  @CsvSource({
    "<a>, -32600, 'params[0]: element \"a\" does not belong in param'",
    "<value>, -32600, 'params[0]: unknown type \"value\"'",
    "<param>, -32600, 'params[0]: element \"param\" does not belong in param'",
    "<methodCall>, -32600, 'params[0]: element \"methodCall\" does not belong in param'"
  })
  void elementsOfAnyKindNestedDeepAreRefused(String element, int code, String problem) {
    assertEquals(code + " " + problem, refusal(STANDARD, call(element.repeat(100_000))));
  }

  @Test
  void membersNestedDeepAreRefused() {
    assertEquals(
        "-32600 params[0]: expected one name and one value in member, got element \"member\"",
        refusal(STANDARD, callWith("<struct>" + "<member>".repeat(100_000))));
  }

  @ParameterizedTest
  @EnumSource
  void sixtyFourLevelsAreReadAndNoMore(Reading reading) {
    Codec codec = Codec.of(WireLimits.defaults(), reading);

    assertEquals(64, depth(params(codec, callWith(arrays(64))).get(0)));
    assertTrue(
        refusal(codec, callWith(arrays(65)))
            .endsWith("[0]: more than 64 levels of nesting (setting max-depth)"));
    assertTrue(
        refusal(codec, callWith(structs(65)))
            .endsWith("a.a: more than 64 levels of nesting (setting max-depth)"));
  }

  @Test
  void oneHundredThousandLevelsAreRefusedBeforeTheyAreRead() throws IOException {
    assertRefusedAtOnce(-32002, callWith("<array><data><value>".repeat(100_000)));
  }

  private static void assertRefusedAtOnce(int code, String document) throws IOException {
    CountedStream in = new CountedStream(TestDocuments.in(document));

    try {
      STANDARD.readCall(in, null);
    } catch (WireException e) {
      assertEquals(code, e.code().code());
    }

    assertTrue(in.count() > 0 && in.count() < 65_536, () -> in.count() + " bytes were read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "double", "biginteger", "dateTime.iso8601", "boolean"})
  void millionsOfDigitsAreRefusedBeforeTheyAreRead(String type) throws IOException {
    String digits = "7".repeat(10_000_000);
    assertRefusedAtOnce(-32602, callWith("<" + type + "> " + digits + "</" + type + ">"));
  }

  @Test
  void blanksAroundANumberAreNoPartOfItHoweverManyThereAre() {
    String blanks = " \n\t\r".repeat(1_000_000);
    String longest = "0." + "7".repeat(1_098);

    assertEquals(
        List.of(5), params(STANDARD, callWith("<int>" + blanks + "5" + blanks + "</int>")));
    assertEquals(
        List.of(Double.valueOf(longest)),
        params(STANDARD, callWith("<double>" + blanks + longest + blanks + "</double>")));
    assertTrue(
        refusal(STANDARD, callWith("<int>5" + blanks + "5</int>"))
            .startsWith("-32602 params[0]: expected an int, got \"5 \\u000A"));
  }

  @Test
  void lenientDateOfZerosIsNoneHoweverLongItIs() {
    String zeros = "00000000T" + "0".repeat(10_000_000);
    String date = "<dateTime.iso8601>" + zeros + "</dateTime.iso8601>";

    assertEquals(Collections.singletonList(null), params(LENIENT, callWith(date)));
  }

  @Test
  void aLongNameIsNotRepeated() {
    assertEquals(
        "-32600 params[0]: unknown type \"" + "n".repeat(40) + "...\"",
        refusal(STANDARD, callWith("<" + "n".repeat(60_000) + "/>")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<%s/>",
        "<int></%s>",
        "<int %s=''/>",
        "<int xmlns:%s=''/>",
        "&%s;",
        "<!--%s-->",
        "<?%s?>",
        "<?p %s?>",
        "<![%s[",
        "<![CDATA%s[",
        "&amp;&%s;",
        "<![CDATA[&amp;]]>&%s;",
        "<int a='[;' %s=''/>",
        "<!--[&amp;]%s-->",
        "<?p [&amp;]%s?>"
      })
  void aPieceOfMarkupIsNotReadWithoutEnd(String content) {
    assertEquals(
        "-32002 params[0]: more than 65536 characters in a name, a comment or an instruction",
        refusal(STANDARD, callWith(content.replace("%s", "n".repeat(10_000_000)))));
  }

  /** Where the parser's first look ends, which is at 128 characters, and around it. */
  @Test
  void aReferenceIsNotReadWithoutEndWhereverItBegins() {
    String reference = "&" + "n".repeat(100_000) + ";";
    for (int length = 0; length < 200; length++) {
      assertEquals(
          "-32002 params[0]: more than 65536 characters in a name, a comment or an instruction",
          refusal(STANDARD, callWith("x".repeat(length) + reference)));
    }
  }

  /**
   * Text that has references or CR LF comes in pieces that are as long as the parser's buffer,
   * which the comments of earlier documents make longer.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "&#1103;",
        "&amp;",
        "&#x1F600;",
        "QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD\r\n",
        "x",
        "]x",
        "\r",
        "\u044f"
      })
  void textAfterLongCommentsIsReadWhateverIsInIt(String unit) throws IOException {
    readLongComments();
    String plain = "x".repeat(250_000);
    String text = unit.repeat(1_000_000 / unit.length());
    String read =
        text.replace("&#1103;", "\u044f")
            .replace("&amp;", "&")
            .replace("&#x1F600;", "\ud83d\ude00")
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    for (String start : List.of("", "&lt;", "\r", "x")) {
      String first = start.replace("&lt;", "<").replace('\r', '\n');
      assertEquals(
          List.of(first + plain + read + plain),
          params(STANDARD, callWith("<string>" + start + plain + text + plain + "</string>")));
    }
    if (unit.indexOf('&') < 0) {
      String section = "<string><![CDATA[" + plain + text + plain + "]]></string>";
      for (int i = 0; i < 16; i++) {
        String blanks = " ".repeat(4_000 - 8 * i);
        assertEquals(List.of(plain + read + plain), params(STANDARD, callWith(blanks + section)));
      }
    }
  }

  @Test
  void whatLooksLikeMarkupInASectionIsTextHoweverLongItIs() {
    readLongComments();
    for (String unit : List.of("&", "<", "<!--", "]]&lt;")) {
      String text = "\n" + (unit + "\u044f".repeat(300_000)).repeat(2);
      for (String first : List.of("", "x", "\n\n", "x".repeat(4_000))) {
        String section = "<![CDATA[" + (first + text).replace("\n", "\r\n") + "]]>";
        assertEquals(List.of(first + text), params(STANDARD, callWith(section)));
      }
    }
  }

  private static void readLongComments() {
    String comment = "<!--" + "n;".repeat(30_000) + "-->";
    for (int i = 0; i < 5; i++) {
      assertEquals(List.of(5), params(STANDARD, callWith(comment + "<int>5</int>")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE %s>",
        "<!DOCTYPE m SYSTEM '%s'>",
        "<!DOCTYPE m PUBLIC '%s' ''>",
        "<!DOCTYPE m [<!ENTITY a '%s'>]>",
        "<!-- --><!DOCTYPE m SYSTEM '%s'>",
        "<!-- %s -->"
      })
  void nothingBeforeTheDocumentIsReadWithoutEnd(String markup) throws IOException {
    for (String unit : List.of("0", " ")) {
      String document = markup.replace("%s", unit.repeat(10_000_000)) + callWith("a");
      CountedStream in = new CountedStream(TestDocuments.in(document));
      WireException e = assertThrows(WireException.class, () -> STANDARD.readCall(in, null));
      assertEquals(-32700, e.code().code());
      assertTrue(in.count() < 200_000, () -> in.count() + " bytes were read");
    }
  }

  @Test
  void aCommentOfAThousandLinesIsSkipped() {
    String comment =
        "<!-- "
            + "sixty characters of a comment in a line of its own, honestly\n".repeat(1_000)
            + "-->";
    assertEquals(List.of("ab"), params(STANDARD, callWith("a" + comment + "b")));
    assertEquals(List.of("a"), params(STANDARD, comment + callWith("a") + comment));
  }

  @Test
  void blanksAndTextAreNoMarkup() {
    String blanks = " \n".repeat(1_000_000);
    String text = "0".repeat(1_000_000);
    String call = callWith("<![CDATA[" + text + "]]>" + text);
    List<Object> params =
        params(
            STANDARD,
            "<?xml version=\"1.0\"?>"
                + blanks
                + call.replace("<params>", blanks + "<params>" + blanks)
                + blanks);
    assertEquals(2_000_000, ((String) params.get(0)).length());
  }

  /** The parser looks at some thousand characters at a time; a section may begin at any of them. */
  @Test
  void longSectionMayBeginAnywhere() {
    String section = callWith("<![CDATA[" + "0".repeat(100_000) + "]]>");
    for (int blanks = 0; blanks < 4_100; blanks += 7) {
      String call = section.replace("<params>", " ".repeat(blanks) + "<params>");
      assertEquals(100_000, ((String) params(STANDARD, call).get(0)).length());
    }
  }

  @Test
  void millionsOfCommentsAreSkipped() {
    assertEquals(
        List.of("ab"), params(STANDARD, callWith("a" + "<!---->".repeat(1_000_000) + "b")));
  }

  @Test
  void instructionsWithCollidingTargetsAreRefused() {
    assertEquals(
        "-32600 params[0]: more than 64 different namespace prefixes and processing instructions",
        refusal(STANDARD, callWith(join(20_000, i -> "<?" + colliding(i) + "?>"))));
  }

  @Test
  void collidingPrefixesThatLenientReadingOverlooksAreRefused() {
    String values = join(20_000, i -> "<" + colliding(i) + ":value></" + colliding(i) + ":value>");
    assertEquals(
        "-32600 params[0]: more than 64 different namespace prefixes and processing"
            + " instructions",
        refusal(LENIENT, callWith("<array><data>" + values + "</data></array>")));
  }

  @Test
  void namespacesWithCollidingPrefixesAreRefused() {
    assertEquals(
        "-32600 params[0]: more than 64 different namespace prefixes"
            + " and processing instructions",
        refusal(
            STANDARD,
            callWith(
                "<array><data>"
                    + join(20_000, i -> "<value xmlns:" + colliding(i) + "=\"\"/>")
                    + "</data></array>")));
  }

  @Test
  void theSameNamespaceOnEveryValueIsAccepted() {
    String nil = "<value xmlns:x=\"" + EXTENSIONS + "\"><x:i8>5</x:i8></value>";

    List<?> list =
        (List<?>)
            params(STANDARD, callWith("<array><data>" + nil.repeat(1_000) + "</data></array>"))
                .get(0);

    assertEquals(1_000, list.size());
    assertEquals(5L, list.get(999));
  }

  @Test
  void tenThousandNamesWithOneHashMakeAStruct() {
    String members =
        join(10_000, i -> "<member><name>" + colliding(i) + "</name><value/></member>");

    Struct struct = (Struct) params(STANDARD, callWith("<struct>" + members + "</struct>")).get(0);

    assertEquals(10_000, struct.size());
    assertEquals("", struct.get(colliding(9_999)));
  }

  @ParameterizedTest
  @CsvSource({
    "int, an int",
    "i8, an i8",
    "i1, an i1",
    "i2, an i2",
    "double, a double",
    "float, a float",
    "bigdecimal, a bigdecimal",
    "biginteger, a biginteger",
    "dateTime.iso8601, a dateTime.iso8601",
    "boolean, 0 or 1 for a boolean"
  })
  void tenMillionDigitsAreNotANumber(String type, String expected) {
    assertEquals(
        "-32602 params[0]: expected " + expected + ", got \"" + "7".repeat(40) + "...\"",
        refusal(STANDARD, callWith("<" + type + ">" + "7".repeat(10_000_000) + "</" + type + ">")));
  }

  @Test
  void aMillionEmptyValuesAreTooMany() {
    assertEquals(
        "-32002 params[0][199999]: more than 200000 values (setting max-values)",
        refusal(
            STANDARD,
            callWith("<array><data>" + "<value/>".repeat(1_000_000) + "</data></array>")));
  }

  @ParameterizedTest
  @CsvSource({"a, 17", "a, 20000", "xmlns:a, 17", "xmlns:a, 20000"})
  void manyAttributesAreRefused(String name, int count) {
    assertEquals(
        "-32002 more than 16 attributes on an element (setting max-attributes)",
        refusal(STANDARD, call("<value" + join(count, i -> " " + name + i + "=\"\"") + "/>")));
  }

  @Test
  void aHugeAttributeIsRefused() {
    assertEquals(
        "-32002 more than 1024 characters in an attribute (setting max-attribute-chars)",
        refusal(STANDARD, call("<value xmlns=\"" + "a".repeat(5_000_000) + "\"/>")));
  }

  @Test
  void anInclusionIsAnUnknownElement() {
    assertEquals(
        "-32600 params[0]: unknown type \"xi:include\"",
        refusal(STANDARD, callWith("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\"/>")));
  }

  private static String join(int count, IntFunction<String> part) {
    StringBuilder all = new StringBuilder();
    IntStream.range(0, count).mapToObj(part).forEach(all::append);
    return all.toString();
  }

  /** A name with the same hash for every number. */
  private static String colliding(int number) {
    return join(15, bit -> (number >> bit & 1) == 0 ? "Aa" : "BB");
  }

  private static String arrays(int levels) {
    return "<array><data><value>".repeat(levels - 1)
        + "<array><data/></array>"
        + "</value></data></array>".repeat(levels - 1);
  }

  private static String structs(int levels) {
    return "<struct><member><name>a</name><value>".repeat(levels);
  }

  private static int depth(Object value) {
    List<?> list = (List<?>) value;
    return list.isEmpty() ? 1 : 1 + depth(list.get(0));
  }
}
