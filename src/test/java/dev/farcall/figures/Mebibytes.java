package dev.farcall.figures;

import static dev.farcall.testkit.CallDocuments.call;
import static dev.farcall.testkit.CallDocuments.nested;
import static dev.farcall.testkit.CallDocuments.struct;

import java.util.stream.Stream;

/** Calls of 1 MiB, as many as there are kinds of contents; a handler takes them. */
final class Mebibytes {

  private static final int MEBIBYTE = 1 << 20;
  private static final String ANSWERED = "200 answered";
  private static final Bar BAR = Bar.none().cpu(50);

  private Mebibytes() {}

  static Stream<Attack> all() {
    return Stream.of(scalars(), markup(), refused()).flatMap(attacks -> attacks);
  }

  private static Stream<Attack> scalars() {
    return Stream.of(
        values("ints", "<int>1234567</int>"),
        values("strings", "<string>Hello, world</string>"),
        values("doubles", "<double>2.2250738585072012e-308</double>"),
        values("doubles of 1,100 digits", "<double>0." + "1234567".repeat(156) + "</double>"),
        values("dates", "<dateTime.iso8601>20260102T03:04:05</dateTime.iso8601>"),
        values("bigintegers of 1,000 digits", "<biginteger>" + "7".repeat(1_000) + "</biginteger>"),
        values("bigdecimals of 1,000 digits", "<bigdecimal>" + "7".repeat(1_000) + "</bigdecimal>"),
        values("base64 of 3 bytes each", "<base64>QUJD</base64>"),
        text("one base64", "<base64>", "QUJD", "</base64>"),
        text("one string", "<string>", "Hello, world", "</string>"));
  }

  private static Stream<Attack> markup() {
    return Stream.of(
        values("structs of one member", struct(1, i -> "name")),
        values("structs of 20 members", struct(20, i -> "name" + i)),
        values("arrays of 60 levels", nested(60)),
        text("`&amp;`", "<string>", "&amp;", "</string>"),
        text("`&#x41;`", "<string>", "&#x41;", "</string>"),
        text("CDATA sections", "<string>", "<![CDATA[x]]>", "</string>"),
        text("comments", "", "<!---->", "<int>1</int>"),
        text("processing instructions", "", "<?a?>", "<int>1</int>"),
        text("blanks between elements", "<array><data>", " ", "</data></array>"),
        text("namespaces", "<array><data>", "<value xmlns:a='b'/>", "</data></array>"));
  }

  private static Stream<Attack> refused() {
    return Stream.of(
        of("`<value>`, never closed", "<value>", "200 -32600"), of("`<`", "<", "200 -32700"));
  }

  /** Equal values in an array. */
  private static Attack values(String name, String content) {
    String value = "<value>" + content + "</value>";
    return text(name, "<array><data>", value, "</data></array>");
  }

  private static Attack text(String name, String start, String more, String end) {
    String body = start + more.repeat(MEBIBYTE / more.length()) + end;
    return Attack.of("1 MiB: " + name, Requests.of(call("target.take", body)), ANSWERED, BAR);
  }

  private static Attack of(String name, String more, String answer) {
    String body = more.repeat(MEBIBYTE / more.length());
    return Attack.of("1 MiB: " + name, Requests.of(call("target.take", body)), answer, BAR);
  }
}
