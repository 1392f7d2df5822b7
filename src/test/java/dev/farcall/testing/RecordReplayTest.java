package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.client.InMemoryTransport;
import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.CapturedLog;
import dev.farcall.testkit.JettyFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exchanges that go into a file, and come out of it. */
final class RecordReplayTest {

  private final Path directory;
  private final Path file;

  RecordReplayTest(@TempDir Path directory) {
    this.directory = directory;
    this.file = directory.resolve("calls.txt");
  }

  private static XmlRpcServer counter() {
    AtomicInteger count = new AtomicInteger();
    return XmlRpcServer.builder()
        .method("count", Integer.class, count::incrementAndGet)
        .method("echo", String.class, String.class, text -> text)
        .build();
  }

  private XmlRpcClient recording() {
    return InMemory.builder(counter())
        .aroundTransport(next -> Recorder.around(next, file))
        .basicAuth("aladdin", "sesame")
        .build();
  }

  private static XmlRpcClient client(Transport transport) {
    return XmlRpcClient.builder("http://elsewhere.example/x").transport(transport).build();
  }

  private void record(String... lines) throws IOException {
    Files.writeString(file, "farcall recording 1\n\n" + String.join("\n", lines) + "\n");
  }

  private void recordEchoes(String... texts) {
    try (XmlRpcClient client = recording()) {
      for (String text : texts) {
        client.call("echo", text);
      }
    }
  }

  @Test
  void fileIsTextWithoutSecrets() throws IOException {
    try (XmlRpcClient client = recording()) {
      client.call("echo", "a\n b");
    }
    assertEquals(
        """
        farcall recording 1

        call echo
        POST /RPC2
        Accept: text/xml, application/xml;q=0.9, */*;q=0.1
        Accept-Encoding: gzip
        Authorization: ***
        Content-Type: text/xml; charset=UTF-8
        User-Agent: farcall
        | <?xml version="1.0" encoding="UTF-8"?>
        + <methodCall>
        +   <methodName>echo</methodName>
        +   <params>
        +     <param><value><string>a
        |  b</string></value></param>
        +   </params>
        + </methodCall>
        answer 200
        Content-Type: text/xml; charset=UTF-8
        | <?xml version="1.0" encoding="UTF-8"?>
        + <methodResponse>
        +   <params>
        +     <param><value><string>a
        |  b</string></value></param>
        +   </params>
        + </methodResponse>
        """,
        Files.readString(file));
  }

  @Test
  void recordedCallsAreAnsweredInTheirOrder() {
    try (XmlRpcClient client = recording()) {
      client.call("count");
      client.call("echo", "x");
      client.call("count");
    }
    Replay replay = Replay.of(file);
    try (XmlRpcClient client = client(replay)) {
      assertEquals(1, client.call("count"));
      assertEquals(2, client.call("count"));
      assertEquals("x", client.call("echo", "x"));
      replay.verifyAllUsed();
    }
  }

  @Test
  void faultIsReplayed() {
    try (XmlRpcClient client = recording()) {
      assertThrows(FaultException.class, () -> client.call("none"));
    }
    try (XmlRpcClient client = client(Replay.of(file))) {
      assertEquals(-32601, assertThrows(FaultException.class, () -> client.call("none")).code());
    }
  }

  @Test
  void failureIsReplayed() throws IOException {
    Transport refusing =
        request -> {
          throw request.failure(Delivery.NOT_SENT, "nobody: home", null);
        };
    try (XmlRpcClient client = client(Recorder.around(refusing, file))) {
      assertThrows(TransportException.class, () -> client.call("m"));
    }
    assertEquals("failure NOT_SENT nobody: home", lastLine());
    try (XmlRpcClient client = client(Replay.of(file))) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals("http://elsewhere.example/x: nobody: home", e.getMessage());
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }

  @Test
  void bodyThatBrokeBreaksAgain() throws IOException {
    assertBodyEnd(
        new IOException("reset"),
        "broken reset",
        "http://elsewhere.example/x: the connection broke while the answer was read");
  }

  @Test
  void bodyThatStoppedStopsAgain() throws IOException {
    assertBodyEnd(
        new InterruptedIOException("nothing came"),
        "timeout nothing came",
        "http://elsewhere.example/x: nothing came");
  }

  private void assertBodyEnd(IOException failure, String recorded, String message)
      throws IOException {
    InputStream start =
        new ByteArrayInputStream("<methodResponse>".getBytes(StandardCharsets.UTF_8));
    Transport broken =
        request -> new TransportReply(200, Map.of(), BodyEnd.failing(start, failure));
    try (XmlRpcClient client = client(Recorder.around(broken, file))) {
      assertThrows(TransportException.class, () -> client.call("m"));
    }
    assertEquals(recorded, lastLine());
    try (XmlRpcClient client = client(Replay.of(file))) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(message, e.getMessage());
    }
  }

  private String lastLine() throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1);
  }

  @Test
  void compressedExchangesAreRecordedAsTheyWereBefore() throws Exception {
    String text = "x".repeat(3_000);
    try (JettyFixture jetty =
            JettyFixture.of(new XmlRpcServlet())
                .param("handler.sample", "dev.farcall.examples.Sample")
                .start();
        XmlRpcClient client =
            XmlRpcClient.builder(jetty.uri())
                .gzipRequests(0)
                .aroundTransport(next -> Recorder.around(next, file))
                .build()) {
      client.call("sample.echo", text);
    }
    assertEquals(2, Files.readAllLines(file).stream().filter(l -> l.contains(text)).count());
    try (XmlRpcClient client = client(Replay.of(file))) {
      assertEquals(text, client.call("sample.echo", text));
    }
  }

  @Test
  void whatIsNotTextIsRecordedAllTheSame() {
    Transport utf16 =
        request ->
            new TransportReply(
                200,
                Map.of("Set-Cookie", List.of("secret"), "Date", List.of("now")),
                new ByteArrayInputStream(
                    ("\uFEFF<?xml version='1.0' encoding='UTF-16'?><methodResponse><params><param>"
                            + "<value>é</value></param></params></methodResponse>")
                        .getBytes(StandardCharsets.UTF_16BE)));
    try (XmlRpcClient client = client(Recorder.around(utf16, file))) {
      assertEquals("é", client.call("m"));
    }
    try (XmlRpcClient client = client(Replay.of(file))) {
      assertEquals("é", client.call("m"));
    }
  }

  @Test
  void callThatWasNotRecordedIsToldWithTheNearest() {
    recordEchoes("some text", "other text");
    try (XmlRpcClient client = client(Replay.of(file))) {
      AssertionError e = assertThrows(AssertionError.class, () -> client.call("echo", "some test"));
      assertEquals(
          file
              + """
               has no answer for this call of echo:
                | <?xml version="1.0" encoding="UTF-8"?>
                + <methodCall>
                +   <methodName>echo</methodName>
                +   <params>
                +     <param><value><string>some test</string></value></param>
                +   </params>
                + </methodCall>
              nearest recorded:
               - line 3, echo: recorded "ring>some text</string></", called with "ring>some test</string></"
               - line 26, echo: recorded "lue><string>other text</string></", called with "lue><string>some test</string></\"""",
          e.getMessage());
    }
  }

  @Test
  void callBeyondTheRecordedOnesIsToldAsSuch() {
    recordEchoes("x");
    try (XmlRpcClient client = client(Replay.of(file))) {
      client.call("echo", "x");
      AssertionError e = assertThrows(AssertionError.class, () -> client.call("echo", "x"));
      assertEquals(
          file + " has 1 answer for this call of echo, all used:",
          String.valueOf(e.getMessage()).lines().findFirst().orElseThrow());
    }
  }

  @Test
  void whatWasNotUsedIsTold() {
    recordEchoes("x", "y");
    Replay replay = Replay.of(file);
    try (XmlRpcClient client = client(replay);
        CapturedLog log = CapturedLog.of("dev.farcall.testing")) {
      client.call("echo", "x");
      assertThrows(AssertionError.class, () -> client.call("other"));
      AssertionError e = assertThrows(AssertionError.class, replay::verifyAllUsed);
      assertEquals(
          file
              + "\n - called, but not recorded: other"
              + "\n - recorded, but not called: echo (line 26)",
          e.getMessage());
      replay.close();
      replay.close();
      assertEquals(List.of(file + ": recorded, but not called: echo (line 26)"), log.messages());
    }
  }

  @Test
  void fileIsReplacedWhenTheRecorderIsClosed() throws IOException {
    Files.writeString(file, "before");
    XmlRpcClient client = recording();
    client.call("count");
    assertEquals("before", Files.readString(file));
    client.close();
    assertEquals("farcall recording 1", Files.readAllLines(file).get(0));
    assertFalse(Files.exists(directory.resolve("calls.txt.part")));
  }

  @Test
  void missingFileIsRecordedAndThenReplayed() {
    for (int run = 0; run < 2; run++) {
      try (XmlRpcClient client =
          InMemory.builder(run == 0 ? counter() : (call, context) -> MethodResponse.of("never"))
              .aroundTransport(
                  next ->
                      RecordMode.RECORD_IF_MISSING.around(next, directory.resolve("a/b/calls.txt")))
              .build()) {
        assertEquals(1, client.call("count"));
      }
    }
  }

  @Test
  void endsOfLinesOfWindowsDoNotMatter() throws IOException {
    recordEchoes("a\nb");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    try (XmlRpcClient client = client(Replay.of(file))) {
      assertEquals("a\nb", client.call("echo", "a\nb"));
    }
  }

  @Test
  void secretsAreMaskedByTheirNames() {
    assertEquals(
        Map.of(
            "Api-Key", List.of("***"),
            "Authorization", List.of("***"),
            "Keyboard", List.of("x"),
            "Set-Cookie", List.of("***"),
            "WWW-Authenticate", List.of("x"),
            "X-Auth-Token", List.of("***")),
        RecordedHeaders.of(
            Map.of(
                ":status", List.of("x"),
                "Api-Key", List.of("x"),
                "Authorization", List.of("x"),
                "Date", List.of("x"),
                "Keyboard", List.of("x"),
                "Set-Cookie", List.of("x", "y"),
                "WWW-Authenticate", List.of("x"),
                "X-Auth-Token", List.of("x"))));
  }

  @Test
  void transportsSayWhereTheFileIs() {
    Transport server = InMemoryTransport.to((call, context) -> MethodResponse.of(1));
    try (Transport recorder = Recorder.around(server, file)) {
      assertEquals("Recorder to " + file + " -> " + server, recorder.toString());
    }
    assertEquals("Replay of " + file, Replay.of(file).toString());
  }

  @Test
  void otherFileIsToldAsNone() throws IOException {
    Files.writeString(file, "hello\n");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Replay.of(file));
    assertEquals(
        file + ", line 1: expected \"farcall recording 1\", got \"hello\"", e.getMessage());
  }

  @Test
  void damagedRecordingIsToldWithItsLine() throws IOException {
    record("call m", "POST /RPC2", "| <methodCall/>", "anser 200");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Replay.of(file));
    assertEquals(
        file
            + ", line 6: expected \"answer STATUS\" or \"failure DELIVERY PROBLEM\", got"
            + " \"anser 200\"",
        e.getMessage());
  }

  @Test
  void damagedBase64IsToldWithItsLine() throws IOException {
    record("call m", "POST /RPC2", "= ***", "answer 200");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Replay.of(file));
    assertEquals(file + ", line 5: the document has a line that is not base64", e.getMessage());
  }
}
