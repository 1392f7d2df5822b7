package dev.farcall.server;

import dev.farcall.LoginAttempt;
import dev.farcall.call.CallContext;
import dev.farcall.mapping.MethodText;
import dev.farcall.mapping.ValueType;
import dev.farcall.server.MethodInfo.Parameter;
import dev.farcall.server.MethodInfo.Presence;
import dev.farcall.server.MethodInfo.Signature;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the methods that carry {@link LoginAttempt}, and puts the throttle before them. */
final class LoginMethods {

  // What text identifies: two equal arrays, or structs, may print differently.
  private static final Set<ValueType> NAMES =
      Set.of(ValueType.STRING, ValueType.INT, ValueType.I8, ValueType.BIG_INTEGER);

  private final LoginThrottle throttle;
  private final Problems problems;

  LoginMethods(LoginThrottle throttle, Problems problems) {
    this.throttle = throttle;
    this.problems = problems;
  }

  /** The plan for a method as it is to be run, on an object of that class. */
  Overload guard(Overload plan, Method method, Class<?> actual) {
    List<LoginAttempt> declared = declared(method, actual);
    if (declared.isEmpty()) {
      return plan;
    }
    String carries = MethodText.of(method) + " carries @LoginAttempt";
    if (declared.size() > 1) {
      problems.add(carries + " of different accounts; only one can be meant");
      return plan;
    }
    Signature signature = plan.signature().orElseThrow();
    int[] account = declared.get(0).account();
    List<String> wrong =
        Arrays.stream(account).boxed().flatMap(at -> problem(at, signature).stream()).toList();
    wrong.forEach(problem -> problems.add(carries + ", " + problem));
    return wrong.isEmpty() ? throttled(plan, signature, arguments(method, account)) : plan;
  }

  private Overload throttled(Overload plan, Signature signature, List<Integer> account) {
    return plan.around(login -> new ThrottledLogin(throttle, account, success(signature), login));
  }

  /** The annotations of a method, each once, when it runs on an object of that class. */
  static List<LoginAttempt> declared(Method method, Class<?> actual) {
    return Counterparts.of(method, actual)
        .flatMap(each -> Stream.ofNullable(each.getAnnotation(LoginAttempt.class)))
        .distinct()
        .toList();
  }

  private static Optional<String> problem(int at, Signature signature) {
    List<Parameter> parameters = signature.parameters();
    if (at < 0 || at >= parameters.size()) {
      return Optional.of("but has no parameter " + at);
    }
    Parameter account = parameters.get(at);
    boolean named =
        account.presence() == Presence.REQUIRED && NAMES.contains(account.type().type());
    return named
        ? Optional.empty()
        : Optional.of(
            "but an account must be a string or a whole number that is always there, and "
                + account.name()
                + " is not");
  }

  /** The Java arguments for these parameters of a call. */
  private static List<Integer> arguments(Method method, int[] parameters) {
    Class<?>[] types = method.getParameterTypes();
    int[] sent =
        IntStream.range(0, types.length).filter(i -> types[i] != CallContext.class).toArray();
    return Arrays.stream(parameters).map(at -> sent[at]).boxed().toList();
  }

  private static Predicate<@Nullable Object> success(Signature signature) {
    // A method that returns nothing may be set to answer nil.
    return signature.result().type() == ValueType.NIL
        ? result -> true
        : result -> result != null && !result.equals(false);
  }
}
