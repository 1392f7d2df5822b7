package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page is sent; what it does in a browser is tested in one. */
final class DocsPageTest {

  private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\n";

  private static final Map<String, String> SAFE =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Embedder-Policy",
          "require-corp",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "X-Content-Type-Options",
          "nosniff",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-cache");

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private JettyFixture start(String... params) throws Exception {
    JettyFixture.Builder builder = JettyFixture.of(new XmlRpcServlet()).path("");
    for (int i = 0; i < params.length; i += 2) {
      builder.param(params[i], params[i + 1]);
    }
    JettyFixture jetty = builder.start();
    open.add(jetty);
    return jetty;
  }

  private Reply send(JettyFixture jetty, String head) throws IOException {
    RawConnection connection = new RawConnection(jetty.connect());
    open.add(connection);
    return connection.send(head + "\n").receive();
  }

  private Reply get(JettyFixture jetty, String target, String headers) throws IOException {
    return send(
        jetty, "GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n" + headers);
  }

  private Reply post(JettyFixture jetty, String headers) throws IOException {
    String call = "<methodCall><methodName>system.listMethods</methodName></methodCall>";
    return send(
        jetty,
        "POST /RPC2 HTTP/1.1\nHost: localhost\nContent-Type: text/xml\nContent-Length: "
            + call.length()
            + "\n"
            + headers
            + "\n"
            + call);
  }

  // Containers write it in their own way.
  private static String contentType(Reply reply) {
    return String.join(",", reply.header("Content-Type"))
        .toLowerCase(Locale.ROOT)
        .replaceAll(";\\s*", "; ");
  }

  private static void assertSafe(Reply reply) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(reply.headers());
    sent.keySet().retainAll(SAFE.keySet());
    assertEquals(new TreeMap<>(SAFE), sent);
  }

  @Test
  void browserGetsThePage() throws Exception {
    Reply page = get(start("docs", "on"), "/RPC2", HTML);
    assertEquals(200, page.status());
    assertEquals("text/html; charset=utf-8", contentType(page));
    assertTrue(page.text().startsWith("<!doctype html>"), page.text());
    assertSafe(page);
  }

  @Test
  void pageKeepsNoSession() throws Exception {
    assertEquals(List.of(), get(start("docs", "on"), "/RPC2", HTML).header("Set-Cookie"));
  }

  @ParameterizedTest
  @CsvSource({
    "base.css, text/css; charset=utf-8",
    "app.js, text/javascript; charset=utf-8",
    "icon.svg, image/svg+xml",
  })
  void filesOfThePageAreGotByQuery(String name, String contentType) throws Exception {
    Reply file = get(start("docs", "on"), "/RPC2?" + name, "Accept: */*\n");
    assertEquals(200, file.status());
    assertEquals(contentType, contentType(file));
    assertSafe(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.js", "../base.css", "docs/base.css", "index.html", "base.css&x"})
  void otherFilesAreNotThere(String query) throws Exception {
    assertEquals(405, get(start("docs", "on"), "/RPC2?" + query, "Accept: */*\n").status());
  }

  @Test
  void pageIsCompressedForThoseWhoAcceptIt() throws Exception {
    JettyFixture jetty = start("docs", "on");
    Reply plain = get(jetty, "/RPC2?base.css", "");
    Reply zipped = get(jetty, "/RPC2?base.css", "Accept-Encoding: gzip\n");
    assertEquals("gzip", zipped.headers().get("Content-Encoding"));
    assertEquals("Accept-Encoding", plain.headers().get("Vary"));
    assertTrue(zipped.body().length < plain.body().length);
    assertArrayEquals(
        plain.body(), new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes());
  }

  @Test
  void headIsAnsweredWithoutTheBody() throws Exception {
    JettyFixture jetty = start("docs", "on");
    RawConnection connection = new RawConnection(jetty.connect());
    open.add(connection);
    connection.send("HEAD /RPC2 HTTP/1.1\nHost: localhost\n" + HTML + "\n");
    // The next answer on the connection shows that there was no body in front of it.
    connection.send("GET /RPC2?none HTTP/1.1\nHost: localhost\nConnection: close\n\n");
    assertTrue(connection.receiveHead().contains("200"));
    assertEquals(405, connection.receive().status());
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws Exception {
    JettyFixture jetty = start("docs", "on");
    String tag = String.valueOf(get(jetty, "/RPC2", HTML).headers().get("ETag"));
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      RawConnection connection = new RawConnection(jetty.connect());
      open.add(connection);
      connection.send(
          "GET /RPC2 HTTP/1.1\nHost: localhost\n" + HTML + "If-None-Match: " + known + "\n\n");
      assertTrue(connection.receiveHead().contains("304"), known);
    }
    assertEquals(200, get(jetty, "/RPC2", HTML + "If-None-Match: \"other\"\n").status());
    assertNotEquals(tag, get(jetty, "/RPC2?base.css", "").headers().get("ETag"));
  }

  @Test
  void thereIsNoPageUnlessItIsAskedFor() throws Exception {
    JettyFixture jetty = start();
    assertEquals(405, get(jetty, "/RPC2", HTML).status());
    assertEquals(405, get(jetty, "/RPC2?base.css", HTML).status());
    assertEquals(List.of("POST"), get(jetty, "/RPC2", HTML).header("Allow"));
    assertEquals(404, get(jetty, "/", HTML).status());
  }

  @Test
  void whatIsNoBrowserIsToldThatACallIsAPost() throws Exception {
    Reply reply = get(start("docs", "on"), "/RPC2", "Accept: */*\n");
    assertEquals(405, reply.status());
    assertEquals(List.of("GET, HEAD, POST"), reply.header("Allow"));
  }

  @Test
  void pageIsNotSentToAForeignHost() throws Exception {
    Reply reply =
        send(
            start("docs", "on"),
            "GET /RPC2 HTTP/1.1\nHost: evil.example\nConnection: close\n" + HTML);
    assertEquals(421, reply.status());
  }

  @Test
  void pageIsNotSentOverPlainHttpWhereThatIsRefused() throws Exception {
    assertEquals(403, get(start("docs", "on", "plain-http", "never"), "/RPC2", HTML).status());
  }

  @Test
  void linkFromAnotherSiteLeadsToThePage() throws Exception {
    String link = HTML + "Sec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\n";
    assertEquals(200, get(start("docs", "on"), "/RPC2", link).status());
  }

  @Test
  void rootLeadsToTheEndpoint() throws Exception {
    Reply reply = get(start("docs", "on"), "/", HTML);
    assertEquals(302, reply.status());
    assertEquals(List.of("RPC2"), reply.header("Location"));
    assertSafe(reply);
  }

  @Test
  void rootHasTheRulesOfThePage() throws Exception {
    assertEquals(403, get(start("docs", "on", "plain-http", "never"), "/", HTML).status());
  }

  @Test
  void rootAnswersNoCalls() throws Exception {
    String call = "<methodCall><methodName>system.listMethods</methodName></methodCall>";
    Reply reply =
        send(
            start("docs", "on"),
            "POST / HTTP/1.1\nHost: localhost\nContent-Type: text/xml\nConnection: close\n"
                + "Content-Length: "
                + call.length()
                + "\n\n"
                + call);
    assertEquals(404, reply.status());
    assertEquals("calls are answered at RPC2", ServletFixture.fault(reply.body()).faultString());
  }

  @Test
  void rootThatIsTheOnlyPathIsTheEndpoint() throws Exception {
    JettyFixture.Builder builder = JettyFixture.of(new XmlRpcServlet()).onlyPath("");
    JettyFixture jetty = builder.param("docs", "on").start();
    open.add(jetty);
    assertEquals(200, get(jetty, "/", HTML).status());
  }

  @Test
  void callsOfAPageNeedTheHeaderOfThePage() throws Exception {
    JettyFixture jetty = start("docs", "on");
    Reply without = post(jetty, "Sec-Fetch-Site: same-origin\n");
    assertEquals(403, without.status());
    assertEquals(
        "a call from a web page needs the header Farcall-Console while docs is on; send it, with"
            + " any value, or list the page's origin in allowed-origins",
        ServletFixture.fault(without.body()).faultString());
    assertEquals(200, post(jetty, "Sec-Fetch-Site: same-origin\nFarcall-Console: 1\n").status());
  }

  @Test
  void headerOfThePageDoesNotExcuseAForeignOrigin() throws Exception {
    JettyFixture jetty = start("docs", "on");
    assertEquals(403, post(jetty, "Origin: https://evil.example\nFarcall-Console: 1\n").status());
  }

  @Test
  void listedOriginsAndProgramsNeedNoHeader() throws Exception {
    JettyFixture jetty = start("docs", "on", "allowed-origins", "https://app.example.org");
    assertEquals(200, post(jetty, "").status());
    assertEquals(200, post(jetty, "Origin: https://app.example.org\n").status());
  }

  @Test
  void withoutAPageBrowsersNeedNoHeader() throws Exception {
    assertEquals(200, post(start(), "Sec-Fetch-Site: same-origin\n").status());
  }
}
