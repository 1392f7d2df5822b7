package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.model.MethodResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Transports around the transport. */
final class AroundTransportTest {

  private final List<String> seen = new ArrayList<>();

  private UnaryOperator<Transport> named(String name) {
    return next ->
        request -> {
          seen.add(name);
          return next.send(request);
        };
  }

  @Test
  void firstOneIsOutermost() {
    try (XmlRpcClient client =
        XmlRpcClient.builder("http://localhost")
            .aroundTransport(named("outer"))
            .aroundTransport(named("inner"))
            .transport(InMemoryTransport.to((call, context) -> MethodResponse.of(1)))
            .build()) {
      assertEquals(1, client.call("m"));
    }
    assertEquals(List.of("outer", "inner"), seen);
  }

  @Test
  void innermostIsClosedBehindALambda() {
    Transport transport =
        new Transport() {
          @Override
          public TransportReply send(TransportRequest request) {
            throw new AssertionError("nothing is called");
          }

          @Override
          public void close() {
            seen.add("closed");
          }
        };
    XmlRpcClient.builder("http://localhost")
        .aroundTransport(named("lambda"))
        .transport(transport)
        .build()
        .close();
    assertEquals(List.of("closed"), seen);
  }
}
