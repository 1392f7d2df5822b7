package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.client.XmlRpcClient;
import dev.farcall.examples.Sample;
import dev.farcall.server.XmlRpcServer;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class InMemoryTest {

  @Test
  void clientCallsTheServer() {
    try (XmlRpcServer server = XmlRpcServer.builder().handler("sample", new Sample()).build();
        XmlRpcClient client = InMemory.client(server)) {
      assertEquals(9, client.call("sample.get_power", 3, 2));
      assertEquals(URI.create("http://localhost/RPC2"), client.uri());
    }
  }

  @Test
  void clientCanHaveOtherSettings() {
    try (XmlRpcServer server = XmlRpcServer.builder().handler("sample", new Sample()).build();
        XmlRpcClient client = InMemory.builder(server).gzipRequests(0).build()) {
      assertEquals(9, client.call("sample.get_power", 3, 2));
    }
  }
}
