package dev.farcall.client;

import dev.farcall.MappingException;
import dev.farcall.client.Invocation.Answer;
import dev.farcall.model.MethodCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A method that the server answers.
 *
 * @param name the whole of it
 * @param idempotent whether its declaration says so
 * @param arguments one for each Java parameter
 * @param returned what becomes of the answer
 */
record RemoteMethod(
    Calls calls, String name, boolean idempotent, List<SentArgument> arguments, Returned returned)
    implements ProxyMethod {

  RemoteMethod {
    arguments = List.copyOf(arguments);
  }

  @Override
  public @Nullable Object call(Object proxy, @Nullable Object[] values) {
    return returned.of(this, sent(values));
  }

  private List<@Nullable Object> sent(@Nullable Object[] values) {
    List<@Nullable Object> sent = new ArrayList<>(values.length);
    int needed = 0;
    try {
      for (int i = 0; i < values.length; i++) {
        if (arguments.get(i).addTo(sent, values[i])) {
          needed = sent.size();
        }
      }
    } catch (MappingException e) {
      new MethodCall(name, sent).closeStreams();
      throw e;
    }
    return sent.subList(0, needed);
  }

  /**
   * What a method returns.
   *
   * @param answer for its type, or for that of what a future has
   * @param sender makes the call
   */
  record Returned(
      Answer<Object> answer, Function<Invocation<Object>, ? extends @Nullable Object> sender) {
    private @Nullable Object of(RemoteMethod method, List<@Nullable Object> params) {
      return sender.apply(
          method.calls().prepare(method.name(), params, answer, method.idempotent()));
    }
  }
}
