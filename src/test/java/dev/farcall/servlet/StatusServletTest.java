package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.farcall.FaultException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.PrometheusText;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see, through a real server. */
final class StatusServletTest {

  private static JettyFixture.Builder status() {
    return JettyFixture.of(new StatusServlet()).onlyPath("/status/*");
  }

  private static Map<String, String> params(String... more) {
    Map<String, String> params = new HashMap<>();
    params.put("handler.work", Work.class.getName());
    for (int i = 0; i < more.length; i += 2) {
      params.put(more[i], more[i + 1]);
    }
    return params;
  }

  private static JettyFixture start(String... more) throws Exception {
    return status().beside(new XmlRpcServlet(), "xmlrpc", "/RPC2", params(more)).start();
  }

  private static JettyFixture running() throws Exception {
    return start("status", "on");
  }

  private static Reply get(JettyFixture jetty, String path) throws IOException {
    return send(jetty, "GET " + path + " HTTP/1.1\nHost: localhost\n\n");
  }

  private static Reply send(JettyFixture jetty, String request) throws IOException {
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      return connection.send(request).receive();
    }
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static XmlRpcClient client(JettyFixture jetty) {
    return XmlRpcClient.builder(jetty.uri()).build();
  }

  private static PrometheusText metrics(JettyFixture jetty) throws IOException {
    return PrometheusText.of(text(get(jetty, "/status/metrics")));
  }

  private static JsonObject json(JettyFixture jetty) throws IOException {
    return JsonParser.parseString(text(get(jetty, "/status/status.json"))).getAsJsonObject();
  }

  private static String series(String name, String more) {
    return "farcall_server_" + name + "{method=\"work.add\"," + more + "servlet=\"xmlrpc\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/live", "/ready", "/metrics", "/status.json", "/?status.js", "/x"})
  void nothingIsThereWhileTheSettingIsOff(String path) throws Exception {
    try (JettyFixture jetty = start()) {
      Reply reply = get(jetty, "/status" + path);
      assertEquals(404, reply.status());
      assertEquals("not found", text(reply));
    }
  }

  @Test
  void liveAndReadyAreToldInAWord() throws Exception {
    try (JettyFixture jetty = running()) {
      assertEquals("live", text(get(jetty, "/status/live")));
      Reply ready = get(jetty, "/status/ready");
      assertEquals(200, ready.status());
      assertEquals("ready", text(ready));
    }
  }

  @Test
  void servletThatHasStoppedIsNotReady() throws Exception {
    try (JettyFixture jetty = running()) {
      jetty.stopServlet("xmlrpc");
      Reply ready = get(jetty, "/status/ready");
      assertEquals(503, ready.status());
      assertEquals("not ready", text(ready));
      assertEquals(200, get(jetty, "/status/live").status());
      assertEquals("", text(get(jetty, "/status/metrics")));
      JsonObject servlet = json(jetty).getAsJsonArray("servlets").get(0).getAsJsonObject();
      assertEquals("stopped", servlet.get("state").getAsString());
      assertTrue(servlet.getAsJsonArray("methods").isEmpty());
    }
  }

  @Test
  void callsAndFaultsAreCounted() throws Exception {
    try (JettyFixture jetty = running();
        XmlRpcClient client = client(jetty)) {
      client.call("work.add", 1, 2);
      client.call("work.add", 1, 2);
      assertThrows(FaultException.class, () -> client.call("work.add", "x"));
      assertThrows(FaultException.class, () -> client.call("work.refuse", 7));
      PrometheusText text = metrics(jetty);
      assertEquals(2, text.value(series("calls_seconds_count", "outcome=\"success\",")));
      assertEquals(1, text.value(series("calls_seconds_count", "outcome=\"fault\",")));
      assertEquals(
          2,
          text.value(
              series("calls_seconds_bucket", "outcome=\"success\",")
                  .replace("}", ",le=\"+Inf\"}")));
      assertEquals(
          1,
          text.value(
              "farcall_server_faults_total{code=\"-32602\",method=\"work.add\",servlet=\"xmlrpc\"}"));
      assertEquals(
          1,
          text.value(
              "farcall_server_faults_total{code=\"application\",method=\"work.refuse\",servlet=\"xmlrpc\"}"));
      assertTrue(text.value(series("calls_percentile_seconds", "quantile=\"0.99\",")) > 0);
      assertEquals(0, text.value(series("in_flight", "")));
      assertEquals(1, text.value("farcall_info{version=\"" + FarcallVersion.TEXT + "\"}"));
      assertFalse(text.series("jvm_memory_used_bytes").isEmpty());
      assertTrue(text.value("process_uptime_seconds") > 0);
    }
  }

  @Test
  void metricsHaveTheTypeOfTheirFormat() throws Exception {
    try (JettyFixture jetty = running()) {
      assertEquals(
          List.of("text/plain; version=0.0.4; charset=utf-8"),
          get(jetty, "/status/metrics").header("Content-Type"));
    }
  }

  @Test
  void metricsAreCompressedForThoseWhoAccept() throws Exception {
    try (JettyFixture jetty = running()) {
      Reply reply =
          send(jetty, "GET /status/metrics HTTP/1.1\nHost: localhost\nAccept-Encoding: gzip\n\n");
      assertEquals(List.of("gzip"), reply.header("Content-Encoding"));
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
        PrometheusText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void namesThatAreNoMethodsMakeOneSeries() throws Exception {
    try (JettyFixture jetty = running();
        XmlRpcClient client = client(jetty)) {
      client.call("work.add", 1, 2);
      assertThrows(FaultException.class, () -> client.call("nobody"));
      int before = metrics(jetty).series("farcall_").size();
      for (int i = 0; i < 1_000; i++) {
        String name = "nobody" + i;
        assertThrows(FaultException.class, () -> client.call(name));
      }
      PrometheusText after = metrics(jetty);
      assertEquals(before, after.series("farcall_").size());
      assertEquals(
          1_001,
          after.value(
              "farcall_server_faults_total{code=\"-32601\",method=\"unknown\",servlet=\"xmlrpc\"}"));
    }
  }

  @Test
  void callThatWaitsIsInFlight() throws Exception {
    try (JettyFixture jetty = running();
        XmlRpcClient client = client(jetty)) {
      CompletableFuture<Object> waiting = client.callAsync("work.await");
      assertTrue(Work.STARTED.await(10, TimeUnit.SECONDS));
      String gauge = series("in_flight", "").replace("work.add", "work.await");
      assertEquals(1, metrics(jetty).value(gauge));
      Work.GO_ON.countDown();
      waiting.get(10, TimeUnit.SECONDS);
      assertEquals(0, metrics(jetty).value(gauge));
    }
  }

  @Test
  void figuresAreThereAsJson() throws Exception {
    try (JettyFixture jetty = running();
        XmlRpcClient client = client(jetty)) {
      client.call("work.add", 1, 2);
      assertThrows(FaultException.class, () -> client.call("work.add"));
      JsonObject status = json(jetty);
      assertTrue(status.get("ready").getAsBoolean());
      assertEquals(FarcallVersion.TEXT, status.get("version").getAsString());
      JsonObject servlet = status.getAsJsonArray("servlets").get(0).getAsJsonObject();
      assertEquals("xmlrpc", servlet.get("name").getAsString());
      assertEquals("ready", servlet.get("state").getAsString());
      JsonObject add = new JsonObject();
      for (var method : servlet.getAsJsonArray("methods")) {
        if (method.getAsJsonObject().get("name").getAsString().equals("work.add")) {
          add = method.getAsJsonObject();
        }
      }
      assertEquals(2, add.get("calls").getAsInt());
      assertEquals(1, add.get("faults").getAsInt());
      assertEquals(0, add.get("inFlight").getAsInt());
      assertTrue(add.get("p50").getAsDouble() > 0);
      var longest = servlet.getAsJsonArray("latency").get(16).getAsJsonObject();
      assertEquals(30, longest.get("seconds").getAsDouble());
      assertEquals(1, longest.get("count").getAsInt());
    }
  }

  @Test
  void severalServletsHaveTagsOfTheirOwn() throws Exception {
    try (JettyFixture jetty =
        status()
            .beside(new XmlRpcServlet(), "one", "/RPC2", params("status", "on"))
            .beside(new XmlRpcServlet(), "two", "/RPC3", params("status", "on"))
            .start()) {
      assertEquals(2, metrics(jetty).series("farcall_server_in_flight{method=\"work.add\"").size());
      jetty.stopServlet("one");
      assertEquals(503, get(jetty, "/status/ready").status());
      assertEquals(1, metrics(jetty).series("farcall_server_in_flight{method=\"work.add\"").size());
    }
  }

  @Test
  void everythingButGetIsRefused() throws Exception {
    try (JettyFixture jetty = running()) {
      Reply reply =
          send(jetty, "POST /status/metrics HTTP/1.1\nHost: localhost\nContent-Length: 0\n\n");
      assertEquals(405, reply.status());
      assertEquals(List.of("GET, HEAD"), reply.header("Allow"));
      assertEquals("the status is asked for by GET", text(reply));
    }
  }

  @Test
  void headHasTheHeadersOfGet() throws Exception {
    try (JettyFixture jetty = running();
        RawConnection connection = new RawConnection(jetty.connect())) {
      String request = "HEAD /status/live HTTP/1.1\nHost: localhost\n\n";
      assertEquals("HTTP/1.1 200 OK", connection.send(request).receiveHead());
      // No body stands before the next answer.
      assertEquals("HTTP/1.1 200 OK", connection.send(request).receiveHead());
    }
  }

  @Test
  void foreignHostIsRefused() throws Exception {
    try (JettyFixture jetty = running()) {
      Reply reply = send(jetty, "GET /status/live HTTP/1.1\nHost: evil.example\n\n");
      assertEquals(421, reply.status());
      assertEquals(
          "this server does not answer for the host in the Host header; allowed-hosts lists those"
              + " it answers for",
          text(reply));
    }
  }

  @Test
  void plainHttpIsRefusedWhereCallsAre() throws Exception {
    try (JettyFixture jetty = start("status", "on", "plain-http", "never")) {
      Reply reply = get(jetty, "/status/metrics");
      assertEquals(403, reply.status());
      assertEquals("plain http is not accepted; use https, or change plain-http", text(reply));
    }
  }

  @Test
  void pathWithoutSlashLeadsToThePage() throws Exception {
    try (JettyFixture jetty = running()) {
      Reply reply = get(jetty, "/status");
      assertEquals(302, reply.status());
      assertEquals(List.of("status/"), reply.header("Location"));
    }
  }

  @Test
  void pageAndItsFilesAreServed() throws Exception {
    try (JettyFixture jetty = running()) {
      Reply page = get(jetty, "/status/");
      assertEquals(200, page.status());
      assertTrue(text(page).contains("<title>"));
      assertTrue(
          page.headers()
              .getOrDefault("Content-Security-Policy", "")
              .startsWith("default-src 'none'"));
      assertEquals(200, get(jetty, "/status/?base.css").status());
      assertTrue(text(get(jetty, "/status/?status.js")).contains("use strict"));
      assertEquals(404, get(jetty, "/status/nothing").status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/live", "/metrics", "/status.json", "/nothing"})
  void answersAreKeptByNobody(String path) throws Exception {
    try (JettyFixture jetty = running()) {
      Reply reply = get(jetty, "/status" + path);
      assertEquals(List.of("no-store"), reply.header("Cache-Control"));
      assertEquals(List.of("nosniff"), reply.header("X-Content-Type-Options"));
      assertEquals(List.of("DENY"), reply.header("X-Frame-Options"));
    }
  }

  /** What is called. */
  public static final class Work {
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    public int add(int a, int b) {
      return a + b;
    }

    public int refuse(int code) {
      if (code > 0) {
        throw new FaultException(code, "no");
      }
      return code;
    }

    public boolean await() throws InterruptedException {
      STARTED.countDown();
      return GO_ON.await(10, TimeUnit.SECONDS);
    }
  }
}
