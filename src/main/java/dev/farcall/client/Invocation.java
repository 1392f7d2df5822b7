package dev.farcall.client;

import dev.farcall.MappingException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import org.jspecify.annotations.Nullable;

/**
 * A call that is ready to be made, once or more often.
 *
 * @param call with plain values
 * @param endpoint that answers it
 * @param answer makes the Java object of the result
 */
record Invocation<T>(MethodCall call, Endpoint endpoint, Answer<T> answer) {

  @Nullable T run(CallContext context) {
    return answer.at("result", send(context).value());
  }

  /** The answer. The streams among the parameters are closed, whatever becomes of the call. */
  MethodResponse send(CallContext context) {
    try {
      return endpoint.call(call, context);
    } catch (RuntimeException | Error e) {
      call.closeStreams();
      throw e;
    }
  }

  /** Makes a Java object of a plain value. */
  @FunctionalInterface
  interface Answer<T> {
    /** Null only for nil. */
    @Nullable T of(@Nullable Object value);

    /** The object of the value that stands at this path. */
    default @Nullable T at(String path, @Nullable Object value) {
      try {
        return of(value);
      } catch (MappingException e) {
        throw e.at(path);
      }
    }
  }
}
