package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.farcall.client.XmlRpcClient;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that JUnit starts and stops. */
final class XmlRpcServerExtensionTest {

  /** Counts how many of it there are. */
  public static final class Numbered {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final int number = MADE.incrementAndGet();

    public int number() {
      return number;
    }
  }

  @Nested
  final class OfAClass {

    @RegisterExtension
    private static final XmlRpcServerExtension RPC =
        XmlRpcServerExtension.of(TestServer.builder().handler("n", Numbered.class));

    private final XmlRpcClient client;

    OfAClass(XmlRpcClient client) {
      this.client = client;
    }

    @Test
    void parametersAreOfOneServer(TestServer server, XmlRpcClient client, URI uri) {
      assertSame(this.client, client);
      assertSame(server.client(), client);
      assertEquals(server.uri(), uri);
      assertEquals(uri, client.uri());
    }

    @Test
    void serverIsTheSameInEachTest(XmlRpcClient client) {
      assertSame(this.client, client);
      assertEquals(client.call("n.number"), client.call("n.number"));
    }

    @Nested
    final class Deeper {
      @Test
      void serverIsThatOfTheOuterClass(XmlRpcClient client) {
        assertSame(OfAClass.this.client, client);
      }
    }
  }

  @Nested
  final class OfATest {

    @RegisterExtension
    private final XmlRpcServerExtension rpc =
        XmlRpcServerExtension.of(TestServer.builder().handler("n", new Numbered()));

    @Test
    void serverIsOfThisTest(XmlRpcClient client) {
      assertEquals(Numbered.MADE.get(), client.call("n.number"));
    }

    @Test
    void serverIsOfThatTest(XmlRpcClient client) {
      assertEquals(Numbered.MADE.get(), client.call("n.number"));
    }
  }
}
