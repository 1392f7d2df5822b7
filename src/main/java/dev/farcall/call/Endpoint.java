package dev.farcall.call;

import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;

/**
 * Where a call is answered: a methodCall goes in, a methodResponse comes out. A server's dispatcher
 * is one, a client's transport is one, and whatever stands around them is one.
 *
 * <p>A fault is an answer, so it is returned as one. An implementation is safe for use by many
 * threads at once, and blocks until it has the answer.
 */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers a call.
   *
   * @param context who calls, from where, and until when
   * @throws dev.farcall.XmlRpcException if there is no answer to return
   */
  MethodResponse call(MethodCall call, CallContext context);
}
