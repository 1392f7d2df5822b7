package dev.farcall.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.examples.Sample;
import dev.farcall.testkit.CapturedLog;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The servlet in a server of its own. */
final class TestServerTest {

  /** What an application has to offer. */
  public interface Greetings {
    String greet(String name);
  }

  /** One that would be closed. */
  public static final class Closing implements Greetings, AutoCloseable {
    private boolean closed;

    @Override
    public String greet(String name) {
      return "hello " + name;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void classIsCalled() {
    try (TestServer server = TestServer.builder().handler("sample", Sample.class).start()) {
      assertEquals(9, server.client().call("sample.get_power", 3, 2));
    }
  }

  @Test
  void objectIsCalledAndNotClosed() {
    Closing closing = new Closing();
    try (TestServer server =
        TestServer.builder().handler("a", closing).handler("b", Sample.class).start()) {
      assertEquals("hello you", server.client().call("a.greet", "you"));
      assertEquals(9, server.client().call("b.get_power", 3, 2));
    }
    assertFalse(closing.closed);
  }

  @Test
  void mockOfAnInterfaceIsCalled() {
    Greetings mock = Mockito.mock();
    Mockito.when(mock.greet("you")).thenReturn("good day");
    try (TestServer server = TestServer.builder().handler("", Greetings.class, mock).start()) {
      assertEquals("good day", server.client().call("greet", "you"));
    }
    Mockito.verify(mock).greet("you");
  }

  @Test
  void settingIsTheServlets() {
    try (TestServer server =
        TestServer.builder().setting("max-depth", "1").handler("s", Sample.class).start()) {
      FaultException e =
          assertThrows(
              FaultException.class, () -> server.client().call("s.echo", List.of(List.of(1))));
      assertEquals(-32002, e.code());
    }
  }

  @Test
  void clientIsSetUp() {
    FaultInjection faults = FaultInjection.script(Disturbance.notSent());
    try (TestServer server =
        TestServer.builder()
            .handler("sample", Sample.class)
            .client(client -> client.aroundTransport(faults::around))
            .start()) {
      TransportException e =
          assertThrows(TransportException.class, () -> server.client().call("sample.today"));
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }

  @Test
  void nothingListensOnceItIsClosed() {
    TestServer server = TestServer.builder().start();
    URI uri = server.uri();
    server.close();
    server.close();
    try (XmlRpcClient client = XmlRpcClient.builder(uri).build()) {
      TransportException e = assertThrows(TransportException.class, () -> client.call("m"));
      assertEquals(uri + ": nothing accepts connections there", e.getMessage());
    }
    assertThrows(IllegalStateException.class, () -> server.client().call("m"));
  }

  @Test
  void builderStartsAnotherServerEachTime() {
    TestServer.Builder builder = TestServer.builder().handler("sample", Sample.class);
    try (TestServer one = builder.start();
        TestServer other = builder.start()) {
      assertFalse(one.uri().equals(other.uri()));
      assertEquals(9, other.client().call("sample.get_power", 3, 2));
    }
  }

  @Test
  void reportOfTheServletIsThrown() {
    try (CapturedLog quiet = CapturedLog.of("org.eclipse.jetty")) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> TestServer.builder().setting("max-dept", "1").start());
      String message = String.valueOf(e.getMessage());
      assertEquals(
          " - max-dept: there is no such setting; did you mean max-depth?",
          message.substring(message.indexOf('\n') + 1));
      assertFalse(quiet.messages().isEmpty());
    }
  }

  @Test
  void contradictionsAreRefused() {
    TestServer.Builder builder = TestServer.builder().handler("a", new Closing());
    assertEquals(
        Closing.class.getName() + " has another object already",
        assertThrows(IllegalArgumentException.class, () -> builder.handler("b", new Closing()))
            .getMessage());
    assertEquals(
        "handler.a is set twice",
        assertThrows(IllegalArgumentException.class, () -> builder.handler("a", Sample.class))
            .getMessage());
    builder.setting("handler-factory", "x.Factory");
    assertEquals(
        "handlers that are objects and the setting handler-factory exclude each other",
        assertThrows(IllegalStateException.class, builder::start).getMessage());
  }
}
