package dev.farcall.client;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers calls before they become bytes, and remembers them. For use by one thread. */
final class Answering implements Interceptor {

  private final List<MethodCall> calls = new ArrayList<>();
  private final Endpoint answers;

  private Answering(Endpoint answers) {
    this.answers = answers;
  }

  /** Answers as this does. */
  static Answering by(Endpoint answers) {
    return new Answering(answers);
  }

  /** Answers with a plain value. */
  static Answering with(@Nullable Object value) {
    return by((call, context) -> MethodResponse.of(value));
  }

  /** Answers with an array of these. */
  static Answering withItems(@Nullable Object... items) {
    return with(Arrays.asList(items));
  }

  /** Answers with a fault. */
  static Answering withFault(int code, String text) {
    return by((call, context) -> MethodResponse.of(new Fault(code, text)));
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    calls.add(call);
    return answers.call(call, context);
  }

  /** A client whose calls are answered so. */
  XmlRpcClient client() {
    return XmlRpcClient.builder("http://localhost").interceptor(this).build();
  }

  /** All calls so far. */
  List<MethodCall> calls() {
    return calls;
  }

  /** The names of all calls so far. */
  List<String> names() {
    return calls.stream().map(MethodCall::methodName).toList();
  }

  /** The parameters of the last call. */
  List<@Nullable Object> params() {
    return calls.get(calls.size() - 1).params();
  }
}
