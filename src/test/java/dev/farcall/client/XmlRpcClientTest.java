package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.DateTime;
import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.TransportException;
import dev.farcall.mapping.TypeRef;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls by names, against our own servlet. */
final class XmlRpcClientTest {

  private static JettyFixture jetty;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", "dev.farcall.examples.Sample")
            .start();
    client = XmlRpcClient.builder(jetty.uri()).build();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    jetty.close();
  }

  @Test
  void resultIsWhatCame() {
    assertEquals(9, client.call("sample.get_power", 3, 2));
    assertTrue(client.call("sample.today") instanceof DateTime);
  }

  @Test
  void resultIsOfTheTypeAskedFor() {
    int nine = client.call(int.class, "sample.get_power", 3, 2);
    assertEquals(9, nine);
    List<String> names = client.call(new TypeRef<List<String>>() {}, "system.listMethods");
    assertTrue(names.contains("sample.today"));
  }

  @Test
  void otherTypeIsToldWithItsPlace() {
    MappingException e =
        assertThrows(
            MappingException.class, () -> client.call(String.class, "sample.get_power", 3, 2));
    assertEquals("result: expected string, got int 9", e.getMessage());
  }

  @Test
  void serviceIsTheMethodsBehindItsName() {
    Service sample = client.service("sample");
    assertEquals(9, sample.call("get_power", 3, 2));
  }

  @Test
  void faultIsThrown() {
    FaultException e = assertThrows(FaultException.class, () -> client.call("sample.divide", 1, 0));
    assertEquals("division by zero", e.faultString());
  }

  @Test
  void futureHasTheResult() throws ExecutionException, InterruptedException {
    assertEquals(9, client.callAsync(int.class, "sample.get_power", 3, 2).get());
  }

  @Test
  void closedPortIsToldAsSuch() throws Exception {
    URI uri;
    try (JettyFixture gone =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", "dev.farcall.examples.Sample")
            .start()) {
      uri = gone.uri();
    }
    try (XmlRpcClient lost = XmlRpcClient.builder(uri).build()) {
      TransportException e = assertThrows(TransportException.class, () -> lost.call("m"));
      assertEquals(uri + ": nothing accepts connections there", e.getMessage());
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
  }
}
