package dev.farcall.testing;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

/** What came of a request. */
sealed interface Outcome {

  /** Does it again, for a request that equals the recorded one. */
  TransportReply replay(TransportRequest request);

  /**
   * A reply.
   *
   * @param body as far as it was read
   * @param end of the body
   */
  record Answer(int status, Map<String, List<String>> headers, Document body, BodyEnd end)
      implements Outcome {

    @Override
    public TransportReply replay(TransportRequest request) {
      return new TransportReply(
          status, headers, end.behind(new ByteArrayInputStream(body.bytes())));
    }
  }

  /**
   * None.
   *
   * @param problem what happened, without the address
   */
  record Failure(Delivery delivery, String problem) implements Outcome {

    static Failure of(TransportException e) {
      String address = e.uri() + ": ";
      String message = String.valueOf(e.getMessage());
      return new Failure(
          e.delivery(),
          message.startsWith(address) ? message.substring(address.length()) : message);
    }

    @Override
    public TransportReply replay(TransportRequest request) {
      throw request.failure(delivery, problem, null);
    }
  }
}
