package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.fault;
import static dev.farcall.servlet.ServletFixture.head;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.model.Fault;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.RawConnection.Reply;
import java.io.IOException;

/** Calls of a {@link Till} with idempotency keys, over raw sockets. */
final class KeyedCalls {

  static final String KEY = "Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\"";
  static final String OTHER = "Idempotency-Key: \"0a1b2c3d-40d5-43dd-bc93-6894a57f9324\"";
  static final byte[] PAY = pay("5");

  private KeyedCalls() {}

  static byte[] pay(String amount) {
    return document("till.pay", amount);
  }

  static JettyFixture.Builder jetty(String keys) {
    return JettyFixture.of(new XmlRpcServlet())
        .param("handler.till", Till.class.getName())
        .param("idempotency-keys", keys);
  }

  static Reply send(JettyFixture jetty, byte[] call, String... headers) throws IOException {
    try (RawConnection connection = new RawConnection(jetty.connect())) {
      return connection.send(head(call.length, headers)).send(call).receive();
    }
  }

  static void assertRefused(int status, int code, String text, Reply reply) throws IOException {
    assertEquals(new Fault(code, text), fault(reply.body()));
    assertEquals(status, reply.status());
  }
}
