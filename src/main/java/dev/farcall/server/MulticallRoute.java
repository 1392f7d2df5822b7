package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;

/**
 * Sends {@code system.multicall} one way and all else another, so that what stands around a call
 * sees the calls inside and not, once more, the one that holds them.
 */
record MulticallRoute(Endpoint several, Endpoint one) implements Endpoint {

  @Override
  public MethodResponse call(MethodCall call, CallContext context) {
    return (call.methodName().equals(Multicall.NAME) ? several : one).call(call, context);
  }

  @Override
  public String toString() {
    return one.toString();
  }
}
