package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection.Reply;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told about pages of other origins. */
final class CrossOriginTest {

  private static final String APP = "https://app.example.org";
  private static final String ORIGIN = "Origin: " + APP;
  private static final byte[] CALL = document("test.nil");

  private static ServletFixture start(String... more) throws Exception {
    String[] params = new String[more.length + 2];
    params[0] = "allowed-origins";
    params[1] = APP + ", http://localhost:3000";
    System.arraycopy(more, 0, params, 2, more.length);
    return ServletFixture.start(params);
  }

  private static Reply preflight(ServletFixture server, String... headers) throws Exception {
    return server.send(
        "OPTIONS /RPC2 HTTP/1.1\nHost: localhost\nConnection: close\n"
            + String.join("\n", headers)
            + "\n\n",
        new byte[0]);
  }

  private static Reply preflight(ServletFixture server) throws Exception {
    return preflight(
        server,
        ORIGIN,
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: content-type");
  }

  private static List<String> permissions(Reply reply) {
    return reply.headers().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("access-control-"))
        .toList();
  }

  @Test
  void preflightOfAListedOriginIsPermitted() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = preflight(server);
      assertEquals(204, reply.status());
      assertEquals(List.of(APP), reply.header("Access-Control-Allow-Origin"));
      assertEquals(List.of("POST"), reply.header("Access-Control-Allow-Methods"));
      assertEquals(
          List.of(
              "Content-Type, Authorization, Farcall-Deadline, Idempotency-Key, Farcall-Console,"
                  + " traceparent, tracestate"),
          reply.header("Access-Control-Allow-Headers"));
      assertEquals(List.of("600"), reply.header("Access-Control-Max-Age"));
      assertEquals(List.of("Origin"), reply.header("Vary"));
      assertEquals(List.of(), reply.header("Access-Control-Allow-Credentials"));
      assertEquals(0, reply.body().length);
    }
  }

  @Test
  void callOfAListedOriginMayBeRead() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = server.call(CALL, ORIGIN, "Sec-Fetch-Site: cross-site");
      assertEquals(200, reply.status());
      assertEquals(List.of(APP), reply.header("Access-Control-Allow-Origin"));
      assertEquals(
          List.of("Retry-After, Farcall-Unprocessed"),
          reply.header("Access-Control-Expose-Headers"));
      assertEquals(List.of("Origin, Accept-Encoding"), reply.header("Vary"));
      assertEquals(List.of(), reply.header("Access-Control-Allow-Credentials"));
      assertEquals(List.of("same-origin"), reply.header("Cross-Origin-Resource-Policy"));
    }
  }

  @Test
  void originIsNamedAsItIsListed() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = server.call(CALL, "Origin: HTTP://LocalHost:3000");
      assertEquals(List.of("http://localhost:3000"), reply.header("Access-Control-Allow-Origin"));
    }
  }

  @Test
  void refusalMayBeReadToo() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = server.call(CALL, ORIGIN, "Content-Encoding: br");
      assertEquals(415, reply.status());
      assertEquals(List.of(APP), reply.header("Access-Control-Allow-Origin"));
    }
  }

  @Test
  void faultInPlaceOfAnAnswerMayBeReadToo() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = server.call(document("test.unwritableBehind", "<int>3</int>"), ORIGIN);
      assertTrue(reply.text().contains("-32603"), reply.text());
      assertEquals(List.of(APP), reply.header("Access-Control-Allow-Origin"));
      assertEquals(List.of("Origin, Accept-Encoding"), reply.header("Vary"));
    }
  }

  @Test
  void credentialsAreAllowedWhereSettingsSaySo() throws Exception {
    try (ServletFixture server = start("cross-origin-credentials", "on")) {
      assertEquals(List.of("true"), preflight(server).header("Access-Control-Allow-Credentials"));
      assertEquals(
          List.of("true"), server.call(CALL, ORIGIN).header("Access-Control-Allow-Credentials"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://app.example.org",
        "https://app.example.org:8443",
        "https://app.example.org.evil.example",
        "null",
        "*",
        "https://app.example.org\nOrigin: https://app.example.org",
        "https://app.example.org\nOrigin: https://evil.example",
      })
  void preflightOfAnotherOriginGetsNoPermission(String origin) throws Exception {
    try (ServletFixture server = start("cross-origin-credentials", "on")) {
      Reply reply = preflight(server, "Origin: " + origin, "Access-Control-Request-Method: POST");
      assertEquals(405, reply.status());
      assertEquals(List.of(), permissions(reply));
    }
  }

  @Test
  void callOfAnotherOriginIsRefusedWithoutPermissionToReadIt() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = server.call(CALL, "Origin: https://evil.example");
      assertEquals(403, reply.status());
      assertEquals(List.of(), permissions(reply));
    }
  }

  @Test
  void whatIsNoBrowserIsToldNothing() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = server.call(CALL);
      assertEquals(200, reply.status());
      assertEquals(List.of(), permissions(reply));
      assertEquals(List.of("Accept-Encoding"), reply.header("Vary"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Access-Control-Request-Method: DELETE", "X-Test: 1"})
  void onlyPostMayBeAskedFor(String header) throws Exception {
    try (ServletFixture server = start()) {
      Reply reply = preflight(server, ORIGIN, header);
      assertEquals(405, reply.status());
      assertEquals(List.of(), permissions(reply));
    }
  }

  @Test
  void preflightToAnotherHostGetsNoPermission() throws Exception {
    try (ServletFixture server = start()) {
      Reply reply =
          server.send(
              "OPTIONS /RPC2 HTTP/1.1\nHost: evil.example\n"
                  + ORIGIN
                  + "\nAccess-Control-Request-Method: POST\n\n",
              new byte[0]);
      assertEquals(421, reply.status());
      assertEquals(List.of(), permissions(reply));
    }
  }

  @Test
  void whereNoOriginIsListedNoneIsPermitted() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      Reply reply = preflight(server);
      assertEquals(405, reply.status());
      assertEquals(List.of(), permissions(reply));
    }
  }
}
