package dev.farcall.container;

import static dev.farcall.testkit.CallDocuments.bytes;
import static dev.farcall.testkit.CallDocuments.echo;
import static dev.farcall.testkit.CallDocuments.gzip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An ordinary document in requests that are not. */
final class HttpAttacks {

  private static final RawRequest CALL = RawRequest.of(echo("x"));
  private static final String ANSWERED = "200 answered";
  private static final String DAMAGED = "400 -32700";
  private static final String REFUSED = "400";
  private static final String NOT_FOUND = "404";
  private static final String CLOSED = "closed";
  private static final String FORBIDDEN = "403 -32001";
  private static final String UNSUPPORTED = "415 -32300";

  private HttpAttacks() {}

  static Stream<Attack> all() {
    return Stream.of(
            codings(),
            lengths(),
            chunks(),
            methods(),
            types(),
            browsers(),
            hosts(),
            spellings(),
            files())
        .flatMap(List::stream);
  }

  private static RawRequest coded(byte[] body, String coding) {
    return RawRequest.of(body).with("Content-Encoding: " + coding);
  }

  private static List<Attack> codings() {
    byte[] zipped = gzip(bytes(echo("x")), 1);
    byte[] wrongSum = zipped.clone();
    wrongSum[zipped.length - 8] ^= 1;
    byte[] bomb = gzip(bytes("<!-- -->".repeat(1 << 17)), 32);
    byte[] twice = Arrays.copyOf(zipped, zipped.length * 2);
    System.arraycopy(zipped, 0, twice, zipped.length, zipped.length);
    return List.of(
        Attack.of("a bomb", coded(bomb, "gzip"), "413 -32002"),
        Attack.of("a bomb of blanks", coded(gzip(new byte[1 << 20], 32), "gzip"), "200 -32700"),
        Attack.of("zipped twice", coded(gzip(zipped, 1), "gzip"), "200 -32702", "200 -32700"),
        Attack.of("two codings", coded(gzip(zipped, 1), "gzip, gzip"), UNSUPPORTED),
        Attack.of("a coding that is unknown", coded(zipped, "br"), UNSUPPORTED),
        Attack.of("no gzip", coded(bytes(echo("x")), "gzip"), DAMAGED),
        Attack.of("half a gzip", coded(Arrays.copyOf(zipped, 40), "gzip"), DAMAGED),
        Attack.of("a wrong checksum", coded(wrongSum, "gzip"), DAMAGED),
        Attack.of("a second member", coded(twice, "gzip"), DAMAGED));
  }

  private static List<Attack> lengths() {
    RawRequest lengthless = CALL.without("Content-Length");
    return List.of(
        Attack.of(
            "a length and chunks",
            CALL.with("Transfer-Encoding: chunked"),
            REFUSED,
            DAMAGED,
            CLOSED),
        Attack.of("two lengths", CALL.with("Content-Length: 1"), REFUSED, CLOSED),
        Attack.of("a negative length", lengthless.with("Content-Length: -1"), REFUSED, CLOSED),
        Attack.of("a long length", lengthless.with("Content-Length: " + "9".repeat(20)), REFUSED),
        Attack.of("no length", lengthless.with("Content-Length: 0x10"), REFUSED, CLOSED),
        Attack.of(
            "more than is accepted",
            lengthless.with("Content-Length: " + ((8 << 20) + 1)).body(new byte[0]),
            "413 -32002"),
        Attack.of(
            "a body that ends early",
            lengthless.with("Content-Length: 1000").sendingNoMore(),
            REFUSED,
            DAMAGED,
            CLOSED));
  }

  private static List<Attack> chunks() {
    RawRequest chunked = CALL.without("Content-Length").with("Transfer-Encoding: chunked");
    return Stream.of(
            "xyz\r\n", "-5\r\n", "fffffffffffffffff\r\n", "5;" + "x".repeat(100_000), "5\r\n")
        .map(size -> chunked.body(bytes(size + echo("x"))).sendingNoMore())
        .map(request -> Attack.of(chunk(request), request, REFUSED, DAMAGED, "413 -32002", CLOSED))
        .toList();
  }

  private static String chunk(RawRequest request) {
    return "a chunk of " + new String(request.body(), 0, 3, StandardCharsets.UTF_8).strip();
  }

  private static List<Attack> methods() {
    return List.of(
        Attack.of("GET", CALL.bodiless("GET /RPC2 HTTP/1.1"), "405 -32300"),
        Attack.of("PUT", CALL.line("PUT /RPC2 HTTP/1.1"), "405 -32300"),
        Attack.of("DELETE", CALL.bodiless("DELETE /RPC2 HTTP/1.1"), "405 -32300"),
        Attack.of(
            "TRACE",
            CALL.bodiless("TRACE /RPC2 HTTP/1.1").with("X-Secret: 1"),
            "405 -32300",
            "405",
            "403"),
        Attack.of("OPTIONS", CALL.bodiless("OPTIONS /RPC2 HTTP/1.1"), "405 -32300"),
        Attack.of("PROPFIND", CALL.line("PROPFIND /RPC2 HTTP/1.1"), "405 -32300"));
  }

  private static List<Attack> types() {
    return Stream.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json",
            "application/x-java-serialized-object")
        .map(
            type ->
                Attack.of(
                    type, CALL.without("Content-Type").with("Content-Type: " + type), UNSUPPORTED))
        .toList();
  }

  private static List<Attack> browsers() {
    RawRequest untyped = CALL.without("Content-Type");
    return Stream.of(
            CALL.with("Origin: https://evil.example"),
            CALL.with("Origin: null"),
            CALL.with("Sec-Fetch-Site: cross-site"),
            CALL.with("Sec-Fetch-Site: same-site"),
            untyped.with("Origin: http://localhost"),
            untyped.with("Sec-Fetch-Site: same-origin"))
        .map(request -> Attack.of("a web page: " + request.headers(), request, FORBIDDEN))
        .toList();
  }

  private static List<Attack> hosts() {
    RawRequest hostless = CALL.without("Host");
    return List.of(
        Attack.of("a foreign host", hostless.with("Host: evil.example"), "421 -32001"),
        Attack.of(
            "a host that looks right", hostless.with("Host: localhost.evil.example"), "421 -32001"),
        Attack.of("no host", hostless, REFUSED, CLOSED),
        Attack.of("two hosts", CALL.with("Host: localhost"), REFUSED, CLOSED),
        Attack.of(
            "a header in two lines", CALL.with("X-A: b\r\n c: d"), REFUSED, CLOSED, ANSWERED));
  }

  /** Spellings of the address: each means the same, or nothing. */
  private static List<Attack> spellings() {
    return Stream.of(
            "/RPC2;x=1",
            "//RPC2",
            "/%52PC2",
            "/x/../RPC2",
            "/..;/RPC2",
            "/RPC2/..;/RPC2",
            "/RPC2/",
            "/RPC2%2f",
            "/RPC2%00",
            "/rpc2")
        .map(path -> CALL.line("POST " + path + " HTTP/1.1"))
        .map(request -> Attack.of(request.line(), request, ANSWERED, REFUSED, NOT_FOUND, "405"))
        .toList();
  }

  /** What the application has and shows to nobody. */
  private static List<Attack> files() {
    return Stream.of(
            "/WEB-INF/web.xml",
            "/web-inf/web.xml",
            "/%57EB-INF/web.xml",
            "/WEB-INF;/web.xml",
            "//WEB-INF/web.xml",
            "/x/..%2fWEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/status/metrics")
        .map(path -> CALL.bodiless("GET " + path + " HTTP/1.1"))
        .map(request -> Attack.of(request.line(), request, REFUSED, NOT_FOUND))
        .toList();
  }
}
