package dev.farcall.container;

import static dev.farcall.testkit.CallDocuments.array;
import static dev.farcall.testkit.CallDocuments.call;
import static dev.farcall.testkit.CallDocuments.echo;
import static dev.farcall.testkit.CallDocuments.join;
import static dev.farcall.testkit.CallDocuments.multicall;
import static dev.farcall.testkit.CallDocuments.nested;
import static dev.farcall.testkit.CallDocuments.struct;
import static dev.farcall.testkit.CallDocuments.withBytes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Hostile documents, sent as they should be. */
final class DocumentAttacks {

  private static final String NOT_XML = "200 -32700";
  private static final String NO_CALL = "200 -32600";
  private static final String NO_METHOD = "200 -32601";
  private static final String WRONG = "200 -32602";
  private static final String TOO_MUCH = "200 -32002";
  private static final String BAD_BYTES = "200 -32702";

  private DocumentAttacks() {}

  static Stream<Attack> all() {
    return Stream.of(markup(), encodings(), sizes(), values(), methods(), multicalls())
        .flatMap(List::stream);
  }

  private static Attack of(String name, String document, String outcome) {
    return Attack.of(name, RawRequest.of(document), outcome);
  }

  private static List<Attack> markup() {
    String entities =
        join(10, i -> "<!ENTITY a" + (i + 1) + " \"" + ("&a" + i + ";").repeat(10) + "\">");
    String quadratic = "<!ENTITY a \"" + "x".repeat(100_000) + "\">";
    String file = "<!ENTITY a SYSTEM \"file:///etc/passwd\">";
    return List.of(
        of("an empty DOCTYPE", "<!DOCTYPE methodCall>" + echo("x"), NOT_XML),
        of("an external entity", doctype(file, "&a;"), NOT_XML),
        of("an external DTD", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/\">" + echo("x"), NOT_XML),
        of("a parameter entity", doctype("<!ENTITY % a \"b\">%a;", "x"), NOT_XML),
        of("a billion laughs", doctype("<!ENTITY a0 \"ha\">" + entities, "&a10;"), NOT_XML),
        of("a quadratic blow-up", doctype(quadratic, "&a;".repeat(2_000)), NOT_XML),
        of("garbage behind the document", echo("x") + "<a/>", NOT_XML),
        of("XML 1.1", "<?xml version=\"1.1\"?>" + echo("x"), NOT_XML),
        of("a reference to ESC", call("evil&#27;[2J"), NOT_XML),
        of("a reference to NUL", echo("&#0;"), NOT_XML),
        of("half a document", echo("x").substring(0, 60), NOT_XML),
        of("nothing", "", NOT_XML));
  }

  private static String doctype(String subset, String value) {
    return "<!DOCTYPE methodCall [" + subset + "]>" + echo(value);
  }

  private static List<Attack> encodings() {
    String utf7 = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + echo("+ADw-");
    byte[] utf32 = echo("x").getBytes(Charset.forName("UTF-32BE"));
    return List.of(
        Attack.of("an overlong <", RawRequest.of(withBytes(0xc0, 0xbc)), BAD_BYTES),
        Attack.of("half a surrogate pair", RawRequest.of(withBytes(0xed, 0xa0, 0x80)), BAD_BYTES),
        Attack.of(
            "more than U+10FFFF", RawRequest.of(withBytes(0xf4, 0x90, 0x80, 0x80)), BAD_BYTES),
        Attack.of("Latin 1 without a word", RawRequest.of(withBytes(0xe4)), BAD_BYTES),
        of("UTF-7", utf7, "200 -32701"),
        Attack.of("UTF-32", RawRequest.of(utf32), "200 -32701"),
        Attack.of(
            "UTF-16 that is announced as UTF-8",
            RawRequest.of(echo("x").getBytes(StandardCharsets.UTF_16))
                .without("Content-Type")
                .with("Content-Type: text/xml; charset=utf-8"),
            "200 -32701"));
  }

  private static List<Attack> sizes() {
    return List.of(
        of("65 levels", echo(nested(65)), TOO_MUCH),
        of("100,000 levels", echo(nested(100_000)), TOO_MUCH),
        of("200,001 values", echo(array(200_000, "<value/>")), TOO_MUCH),
        of("10,001 members", echo(struct(10_001, i -> "m" + i)), TOO_MUCH),
        of("1,001 parameters", call("sample.add", "1 ".repeat(1_001).split(" ")), TOO_MUCH),
        of("17 attributes", "<methodCall" + join(17, i -> " a" + i + "=''") + "/>", TOO_MUCH),
        of("a long attribute", "<methodCall a='" + "x".repeat(2_000) + "'/>", TOO_MUCH),
        of("a long method name", call("x".repeat(256)), TOO_MUCH),
        of("a long number", echo("<int>" + "7".repeat(1_000_000) + "</int>"), WRONG),
        of("a long big number", echo("<biginteger>" + "7".repeat(1_001) + "</biginteger>"), WRONG));
  }

  private static List<Attack> values() {
    return List.of(
        of("an int beyond 32 bit", echo("<int>2147483648</int>"), WRONG),
        of("an int of two", echo("<int>1 2</int>"), WRONG),
        of("a boolean of text", echo("<boolean>true</boolean>"), WRONG),
        of("no number", echo("<double>NaN</double>"), WRONG),
        of("no base64", echo("<base64>QUJD!!QUJD</base64>"), WRONG),
        of(
            "a thirteenth month",
            echo("<dateTime.iso8601>20261301T00:00:00</dateTime.iso8601>"),
            WRONG),
        of("two types", echo("<int>1</int><int>2</int>"), NO_CALL),
        of("a member twice", echo(struct(2, i -> "a")), NO_CALL),
        of("a serialized object", echo("<serializable>rO0ABQ==</serializable>"), NO_CALL),
        of("a type of a schema", echo("<string type='x'>y</string>"), NO_CALL));
  }

  private static List<Attack> methods() {
    return Stream.of(
            "getClass",
            "sample.getClass",
            "sample.getClass.forName",
            "sample.hashCode",
            "sample.wait",
            "sample.class.classLoader",
            "SAMPLE.echo",
            "sample..echo",
            "system.exit",
            "evil&#13;&#10;X-Evil: 1",
            "evil&#x2028;&#x202e;",
            "../sample.echo",
            "${jndi:ldap://localhost/a}")
        .map(name -> of("the method " + name, call(name), NO_METHOD))
        .toList();
  }

  private static List<Attack> multicalls() {
    return List.of(
        of("101 calls in one", multicall(101, "today"), TOO_MUCH),
        of("a multicall in another", multicall(1, "system.multicall"), NO_CALL),
        of("a getClass in a multicall", multicall(1, "sample.getClass"), NO_METHOD),
        of(
            "a multicall of numbers",
            call("system.multicall", array(1, "<value>1</value>")),
            NO_CALL));
  }
}
