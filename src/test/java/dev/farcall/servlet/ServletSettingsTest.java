package dev.farcall.servlet;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.server.Introspection;
import dev.farcall.server.VoidResult;
import dev.farcall.servlet.HttpSettings.AccessLogging;
import dev.farcall.servlet.HttpSettings.ContentTypes;
import dev.farcall.servlet.HttpSettings.Credentials;
import dev.farcall.servlet.HttpSettings.Docs;
import dev.farcall.servlet.HttpSettings.PlainHttp;
import dev.farcall.servlet.ServerSettings.Lifetime;
import dev.farcall.servlet.ServerSettings.Status;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServletSettingsTest {

  private final Problems problems = new Problems();

  private ServletSettings read(Map<String, String> params) {
    ServletSettings settings = ServletSettings.read(params, problems);
    assertEquals(List.of(), problems.lines());
    return settings;
  }

  @Test
  void defaultsAreThoseTheDocumentsPromise() {
    ServletSettings settings = read(Map.of());
    assertEquals(WireLimits.defaults(), settings.limits());
    assertEquals(
        new HttpSettings(
            8_388_608,
            30,
            60,
            65_536,
            1_024,
            PlainHttp.LOOPBACK,
            Set.of(),
            Set.of(),
            Credentials.OFF,
            ContentTypes.XML,
            Docs.OFF,
            AccessLogging.ON),
        settings.http());
    assertEquals(
        new LoadSettings(64, 32, 64, 32, Runtime.getRuntime().maxMemory() / 6, 20),
        settings.load());
    assertEquals(100, settings.server().multicallLimit());
    assertEquals(30, settings.server().maxCallSeconds());
    assertEquals(Dialect.PLAIN, settings.reply().plain());
    assertEquals(Dialect.APACHE, settings.reply().apache());
  }

  @Test
  void everyLimitOfDocumentsIsASetting() {
    List<String> keys =
        Arrays.stream(WireLimits.class.getRecordComponents())
            .map(component -> SettingText.kebab(component.getName()))
            .toList();
    for (String key : keys) {
      read(Map.of(key, "17"));
    }
    assertEquals(17, read(Map.of("max-depth", "17")).limits().maxDepth());
  }

  @Test
  void settingsOfTheServerAreRead() {
    ServerSettings server =
        read(Map.ofEntries(
                entry("reading", "lenient"),
                entry("multicall-limit", "7"),
                entry("login-failures-per-account", "2"),
                entry("login-failures-per-address", "3"),
                entry("login-failure-seconds", "4"),
                entry("max-call-seconds", "8"),
                entry("introspection", "off"),
                entry("void-result", "empty-string"),
                entry("instances", "request"),
                entry("interceptors", "com.example.First, com.example.Second,"),
                entry("status", "on")))
            .server();
    assertEquals(
        new ServerSettings(
            Reading.LENIENT,
            7,
            2,
            3,
            4,
            8,
            Introspection.OFF,
            VoidResult.EMPTY_STRING,
            ServerSettings.DEFAULTS.zone(),
            Lifetime.REQUEST,
            null,
            List.of("com.example.First", "com.example.Second"),
            Status.ON),
        server);
  }

  @Test
  void settingsOfIdempotencyAreRead() {
    assertEquals(IdempotencySettings.DEFAULTS, read(Map.of()).idempotency());
    assertEquals(
        new IdempotencySettings(
            List.of("sample.add", "shop"), "com.example.Store", 3600, 100, 160_000),
        read(Map.of(
                "idempotency-keys", "sample.add, shop",
                "idempotency-store", "com.example.Store",
                "idempotency-seconds", "3600",
                "idempotency-entries", "100",
                "idempotency-bytes", "160000"))
            .idempotency());
  }

  @Test
  void extensionsNoneAreNoneForAnybody() {
    ReplySettings reply = read(Map.of("extensions", "none")).reply();
    assertEquals(Dialect.SPECIFICATION, reply.plain());
    assertEquals(Dialect.SPECIFICATION, reply.apache());
  }

  @Test
  void nilCanBeApacheSpelledForEverybody() {
    ReplySettings reply = read(Map.of("nil", "apache")).reply();
    assertEquals(Dialect.PLAIN.withNil(Dialect.Nil.APACHE), reply.plain());
  }

  @Test
  void declarationsAreNoSettings() {
    read(Map.of("handler.sample", "x", "handler.", "x", "method.a.b", "x#y"));
  }

  @ParameterizedTest
  @CsvSource({
    "max-dept, max-depth",
    "maxDepth, max-depth",
    "max_request_bytes, max-request-bytes",
    "handler, handler.",
    "handlr.sample, handler.",
    "Method.x, method.",
    "method., method.",
    "gzip-threshold, gzip-threshold-bytes",
  })
  void unknownSettingIsReportedWithTheNearestOne(String key, String nearest) {
    ServletSettings.read(Map.of(key, "1"), problems);
    assertEquals(
        List.of(key + ": there is no such setting; did you mean " + nearest + "?"),
        problems.lines());
  }

  @ParameterizedTest
  @CsvSource({
    "app.example.org",
    "https://app.example.org/",
    "https://",
    "null",
    "*",
    "https://*",
    "https://*.example.org",
    "https://a@b",
    "https://a?b"
  })
  void originThatNoBrowserSendsIsReported(String origin) {
    ServletSettings.read(Map.of("allowed-origins", origin), problems);
    assertEquals(
        List.of(
            "allowed-origins: expected SCHEME://HOST or SCHEME://HOST:PORT, got \""
                + origin
                + "\""),
        problems.lines());
  }

  @ParameterizedTest
  @CsvSource({"https://app.example.org", "example.org/", "a b", "*", "*.example.org", "a@b"})
  void hostThatNoHeaderHasIsReported(String host) {
    ServletSettings.read(Map.of("allowed-hosts", host), problems);
    assertEquals(
        List.of("allowed-hosts: expected HOST or HOST:PORT, got \"" + host + "\""),
        problems.lines());
  }

  @Test
  void originsAndHostsAsSentAreAccepted() {
    HttpSettings http =
        read(Map.of(
                "allowed-origins", "https://App.example.org:8443, http://[::1]:80",
                "allowed-hosts", "example.org, [::1], example.net:8080"))
            .http();
    assertEquals(Set.of("https://app.example.org:8443", "http://[::1]:80"), http.allowedOrigins());
    assertEquals(Set.of("example.org", "[::1]", "example.net:8080"), http.allowedHosts());
  }
}
