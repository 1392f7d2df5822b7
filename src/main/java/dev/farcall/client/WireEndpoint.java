package dev.farcall.client;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.net.URI;

/**
 * Where a call becomes bytes: it writes the request, hands it to the transport, and reads the
 * answer.
 */
record WireEndpoint(RequestWriter requests, Transport transport, ReplyReader replies)
    implements Endpoint {

  @Override
  public MethodResponse call(MethodCall call, CallContext context) {
    TransportRequest request = requests.write(call, context);
    try (TransportReply reply = transport.send(request)) {
      MethodResponse response = replies.read(reply, reply.redirectedTo().orElse(request.uri()));
      // The server may have answered before it had read all of them.
      request.body().closeStreams();
      return response;
    }
  }

  /** Where requests go, as it may be shown. */
  URI address() {
    return requests.address();
  }

  @Override
  public String toString() {
    return transport + " -> " + address();
  }
}
