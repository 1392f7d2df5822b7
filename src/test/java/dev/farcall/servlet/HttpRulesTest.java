package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.farcall.FaultCode;
import dev.farcall.servlet.HttpSettings.ContentTypes;
import dev.farcall.servlet.HttpSettings.Docs;
import dev.farcall.servlet.HttpSettings.PlainHttp;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRulesTest {

  private static RequestStub request() {
    return new RequestStub().header("Host", "localhost:8080").header("Content-Type", "text/xml");
  }

  private static RequestStub requestTo(String host) {
    return new RequestStub().header("Host", host).header("Content-Type", "text/xml");
  }

  private static RequestStub requestWithType(String contentType) {
    return new RequestStub().header("Host", "localhost").header("Content-Type", contentType);
  }

  private static @Nullable Refusal refusal(RequestStub request) {
    return HttpRules.ofCalls(HttpSettings.DEFAULTS).refusal(request.build());
  }

  private static void assertRefused(
      int status, FaultCode code, String message, HttpRule rule, RequestStub request) {
    Refusal refusal = rule.refusal(request.build());
    assertNotNull(refusal);
    assertEquals(status, refusal.status());
    assertEquals(code, refusal.code());
    assertEquals(message, refusal.message());
  }

  private static int status(@Nullable Refusal refusal) {
    return refusal == null ? 200 : refusal.status();
  }

  @Test
  void ordinaryCallIsAccepted() {
    assertNull(refusal(request()));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:1, 200",
    "127.0.0.1:8080, 200",
    "[::1]:8080, 200",
    "[::1], 200",
    "evil.example, 421",
    "evil.example:8080, 421",
    "localhost.evil.example, 421",
    "127.0.0.1.evil.example, 421",
    "[::1].evil.example, 421",
    "localhost:80@evil.example, 421",
    "evil.example@localhost, 421",
    "localhost., 421",
    "localhost#, 421",
    "localhost/, 421",
    "localhost:80:80, 421",
    "'localhost evil.example', 421",
    "'localhost, evil.example', 421",
    "127.0.0.1., 421",
    "127.1, 421",
    "0, 421",
    "0.0.0.0, 421",
    "0x7f000001, 421",
    "2130706433, 421",
    "::1, 421",
    "[::1%25lo], 421",
    "[0:0:0:0:0:0:0:1], 421",
    "[::ffff:127.0.0.1], 421",
    "[::1]x, 421",
    "'', 421",
  })
  void onLoopbackOnlyItsNamesAreHosts(String host, int status) {
    assertEquals(status, status(refusal(requestTo(host))));
  }

  @Test
  void loopbackAddressWithAScopeIsOneToo() {
    RequestStub request = requestTo("evil.example").to("0:0:0:0:0:0:0:1%lo");
    assertEquals(421, status(refusal(request)));
  }

  @Test
  void foreignHostIsToldTheSetting() {
    assertRefused(
        421,
        FaultCode.ACCESS_DENIED,
        "this server does not answer for the host in the Host header; allowed-hosts lists those it"
            + " answers for",
        new HostRule(Set.of()),
        requestTo("evil.example"));
  }

  @Test
  void elsewhereAnyHostIsAccepted() {
    assertNull(refusal(requestTo("api.example.org").to("192.0.2.7").from("192.0.2.9").https()));
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, 200",
    "example.org:99, 200",
    "example.net:8080, 200",
    "example.net:8081, 421",
    "localhost, 421",
  })
  void listedHostsReplaceTheDefault(String host, int status) {
    HostRule rule = new HostRule(Set.of("example.org", "example.net:8080"));
    assertEquals(status, status(rule.refusal(requestTo(host).to("192.0.2.7").build())));
  }

  @Test
  void http10WithoutHostIsAccepted() {
    RequestStub old = new RequestStub().protocol("HTTP/1.0").header("Content-Type", "text/xml");
    assertNull(refusal(old));
  }

  @Test
  void hostOfTheRequestLineCountsWhereThereIsNoHeader() {
    RequestStub http2 = new RequestStub().protocol("HTTP/2.0").header("Content-Type", "text/xml");
    assertEquals(421, status(refusal(http2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0:0:0:0:0:0:0:1",
        "0:0:0:0:0:0:0:1%lo",
        "0:0:0:0:0:0:0:1%0",
        "[::1]",
        "::ffff:127.0.0.1"
      })
  void plainHttpFromLoopbackIsAccepted(String address) {
    assertNull(refusal(request().from(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.9", "10.0.0.1", "2001:db8::1", "1.127.0.1", "::2"})
  void plainHttpFromElsewhereIsRefused(String address) {
    assertRefused(
        403,
        FaultCode.ACCESS_DENIED,
        "plain http is accepted from the loopback address only; use https, or change plain-http",
        new PlainHttpRule(PlainHttp.LOOPBACK),
        request().from(address));
  }

  /**
   * Anybody can send these; a container that trusts its proxy has an address of its own to tell.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For | 127.0.0.1",
        "X-Forwarded-Proto | https",
        "X-Forwarded-Ssl | on",
        "X-Real-IP | ::1",
        "Forwarded | for=127.0.0.1;proto=https",
        "Front-End-Https | on"
      })
  void whatOthersSayOfTheWayIsNotBelieved(String header, String value) {
    assertEquals(403, status(refusal(request().from("192.0.2.9").header(header, value))));
    assertEquals(421, status(refusal(requestTo("evil.example").header(header, value))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-Host", "X-Original-Host", "X-Host", "Forwarded"})
  void otherHeadersAreNoHost(String header) {
    RequestStub rebound = requestTo("evil.example").header(header, "localhost");
    assertEquals(421, status(refusal(rebound)));
    RequestStub own = request().header("Origin", "https://evil.example");
    assertEquals(403, status(refusal(own.header(header, "evil.example"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void otherHeadersAreNoMethod(String header) {
    assertEquals(405, status(refusal(request().method("GET").header(header, "POST"))));
  }

  @Test
  void httpsFromElsewhereIsAccepted() {
    assertNull(refusal(request().from("192.0.2.9").https()));
  }

  @Test
  void plainHttpNeverIsRefusedEvenFromLoopback() {
    assertRefused(
        403,
        FaultCode.ACCESS_DENIED,
        "plain http is not accepted; use https, or change plain-http",
        new PlainHttpRule(PlainHttp.NEVER),
        request());
  }

  @Test
  void plainHttpAlwaysIsAcceptedFromAnywhere() {
    assertNull(new PlainHttpRule(PlainHttp.ALWAYS).refusal(request().from("192.0.2.9").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH", "post", "X"})
  void onlyPostIsACall(String method) {
    assertRefused(
        405,
        FaultCode.TRANSPORT_ERROR,
        "a call is a POST request",
        new MethodRule(Docs.OFF),
        request().method(method));
  }

  @Test
  void refusedMethodIsToldWhichIsAllowed() {
    Refusal refusal = refusal(request().method("GET"));
    assertNotNull(refusal);
    assertEquals(Map.of("Allow", "POST"), refusal.headers());
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, 200",
    "none, 200",
    "same-site, 403",
    "cross-site, 403",
    "'', 403",
    "anything, 403",
  })
  void onlyOwnPagesMayCall(String site, int status) {
    assertEquals(status, status(refusal(request().header("Sec-Fetch-Site", site))));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, 200",
    "HTTP://LOCALHOST:8080, 200",
    "https://localhost:8080, 200",
    "http://localhost, 403",
    "http://localhost:8081, 403",
    "https://evil.example, 403",
    "null, 403",
    "'', 403",
    "localhost:8080, 403",
  })
  void originMustBeTheHost(String origin, int status) {
    assertEquals(status, status(refusal(request().header("Origin", origin))));
  }

  @Test
  void foreignPageIsToldTheSetting() {
    assertRefused(
        403,
        FaultCode.ACCESS_DENIED,
        "the request comes from a web page of another origin; allowed-origins lists those that may"
            + " call",
        new BrowserRule(Set.of()),
        request().header("Origin", "https://evil.example"));
  }

  @Test
  void ownSiteDoesNotExcuseAForeignOrigin() {
    RequestStub request =
        request().header("Sec-Fetch-Site", "same-origin").header("Origin", "https://evil.example");
    assertEquals(403, status(refusal(request)));
  }

  @Test
  void secondOriginIsLookedAtToo() {
    RequestStub request =
        request().header("Origin", "http://localhost:8080").header("Origin", "null");
    assertEquals(403, status(refusal(request)));
  }

  @Test
  void listedOriginMayCallFromAnotherSite() {
    BrowserRule rule = new BrowserRule(Set.of("https://app.example.org"));
    RequestStub request =
        request()
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", "https://app.example.org");
    assertNull(rule.refusal(request.build()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml",
        "TEXT/XML; Charset=utf-8",
        "text/xml;charset=\"utf-8\"",
        "application/xml",
        "application/xmlrpc",
        "application/xmlrpc+xml",
        "application/soap+xml ; x=y",
      })
  void xmlIsAccepted(String contentType) {
    assertNull(refusal(requestWithType(contentType)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; x=text/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/html",
        "application/json",
        "+xml",
        "text/xml, text/plain",
        "text/plain, text/xml",
      })
  void anythingElseIsRefused(String contentType) {
    assertRefused(
        415,
        FaultCode.TRANSPORT_ERROR,
        "this Content-Type is not accepted; send text/xml, or change content-types",
        new ContentTypeRule(ContentTypes.XML),
        requestWithType(contentType));
  }

  @Test
  void anyContentTypeIsAcceptedWhenSettingsSaySo() {
    assertNull(
        new ContentTypeRule(ContentTypes.ANY).refusal(requestWithType("text/plain").build()));
  }

  @Test
  void missingContentTypeIsAccepted() {
    assertNull(refusal(new RequestStub().header("Host", "localhost")));
  }

  @ParameterizedTest
  @CsvSource({"Origin, http://localhost", "Sec-Fetch-Site, same-origin"})
  void missingContentTypeFromABrowserIsRefused(String header, String value) {
    assertRefused(
        403,
        FaultCode.ACCESS_DENIED,
        "a request from a browser needs a Content-Type; send text/xml, or change content-types",
        HttpRules.ofCalls(HttpSettings.DEFAULTS),
        new RequestStub().header("Host", "localhost").header(header, value));
  }

  @Test
  void bodyOfExactlyTheLimitIsAccepted() {
    assertNull(refusal(request().length(8_388_608)));
  }

  @Test
  void bodyBeyondTheLimitIsRefusedAndTheConnectionClosed() {
    assertRefused(
        413,
        FaultCode.LIMIT_EXCEEDED,
        "the body has more than the 8388608 bytes that max-request-bytes allows",
        HttpRules.ofCalls(HttpSettings.DEFAULTS),
        request().length(8_388_609));
    Refusal refusal = refusal(request().length(8_388_609));
    assertNotNull(refusal);
    assertEquals(Map.of("Connection", "close"), refusal.headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", " x-gzip ", "deflate", "identity"})
  void knownContentEncodingIsAccepted(String encoding) {
    assertNull(refusal(request().header("Content-Encoding", encoding)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "gzip, gzip", "gzip,identity", "compress", "gzip;q=1"})
  void otherContentEncodingIsRefused(String encoding) {
    assertRefused(
        415,
        FaultCode.TRANSPORT_ERROR,
        "this Content-Encoding is not accepted; send gzip, deflate or none",
        new ContentEncodingRule(),
        request().header("Content-Encoding", encoding));
  }

  @Test
  void repeatedContentEncodingIsRefusedAndToldWhatIsAccepted() {
    Refusal refusal =
        refusal(request().header("Content-Encoding", "gzip").header("Content-Encoding", "gzip"));
    assertNotNull(refusal);
    assertEquals(415, refusal.status());
    assertEquals(Map.of("Accept-Encoding", "gzip, deflate"), refusal.headers());
  }

  @Test
  void hostIsDecidedBeforeAnythingElse() {
    RequestStub bad =
        requestTo("evil.example").method("GET").header("Origin", "null").length(1L << 40);
    assertEquals(421, status(refusal(bad)));
  }

  @Test
  void foreignPageIsDecidedBeforeTheContentType() {
    RequestStub form = requestWithType("text/plain").header("Origin", "https://evil.example");
    assertEquals(403, status(refusal(form)));
  }
}
