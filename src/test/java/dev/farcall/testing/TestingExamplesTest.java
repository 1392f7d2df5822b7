package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.server.XmlRpcServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows about tests. */
final class TestingExamplesTest {

  /** A handler. */
  public static final class People {
    private final List<String> names;

    People(List<String> names) {
      this.names = names;
    }

    public String oldest() {
      return names.get(0);
    }
  }

  // The servlet in a Jetty of its own, on a free port of the loopback address.
  @RegisterExtension
  static final XmlRpcServerExtension RPC =
      XmlRpcServerExtension.of(
          TestServer.builder()
              .handler("people", new People(List.of("Ada", "Grace")))
              .setting("max-depth", "10"));

  @Test
  void oldestIsFound(XmlRpcClient client) {
    assertEquals("Ada", client.call("people.oldest"));
  }

  @Test
  void sameWithoutASocket() {
    XmlRpcServer server =
        XmlRpcServer.builder().handler("people", new People(List.of("Ada"))).build();
    try (XmlRpcClient client = InMemory.client(server)) {
      assertEquals("Ada", client.call("people.oldest"));
    }
  }

  @Test
  void lostAnswerIsToldAsUnknown(URI uri) {
    FaultInjection faults = FaultInjection.script(Disturbance.noReply());
    try (XmlRpcClient client = XmlRpcClient.builder(uri).aroundTransport(faults::around).build()) {
      TransportException e =
          assertThrows(TransportException.class, () -> client.call("people.oldest"));
      assertEquals(Delivery.UNKNOWN, e.delivery());
    }
  }

  @Test
  void recordedOnceAndReplayedFromThenOn(URI uri, @TempDir Path directory) {
    Path file = directory.resolve("people.txt");
    for (URI address : List.of(uri, URI.create("http://localhost:1"))) {
      try (XmlRpcClient client =
          XmlRpcClient.builder(address)
              .aroundTransport(next -> RecordMode.RECORD_IF_MISSING.around(next, file))
              .build()) {
        assertEquals("Ada", client.call("people.oldest"));
      }
    }
  }
}
