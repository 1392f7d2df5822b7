package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import dev.farcall.server.MethodInfo.Parameter;
import dev.farcall.server.MethodInfo.Presence;
import dev.farcall.server.MethodInfo.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One way to call a method: the plan that was made for one Java method, or one lambda, when the
 * server was built.
 */
final class Overload {

  /**
   * Which of two that fit equally well is preferred: fewer parameters, so that none is left out or
   * repeated without need, then the narrower types, as the order of {@link ValueType} has it. It
   * depends on nothing else, so that a server decides alike each time it starts.
   */
  static final Comparator<Overload> PREFERENCE =
      Comparator.comparing(Overload::repeats)
          .thenComparingInt(overload -> overload.parameters.size())
          .thenComparing(Overload::wireTypes, Overload::compare);

  private final Argument[] arguments;
  private final Body body;
  private final Optional<Signature> signature;
  private final List<Parameter> parameters;
  private final int fewest;
  private final int most;

  private Overload(List<Argument> arguments, Body body, Optional<Signature> signature) {
    this.arguments = arguments.toArray(Argument[]::new);
    this.body = body;
    this.signature = signature;
    parameters = signature.map(Signature::parameters).orElse(List.of());
    fewest =
        (int)
            parameters.stream()
                .filter(parameter -> parameter.presence() == Presence.REQUIRED)
                .count();
    most = signature.isEmpty() || repeats() ? Integer.MAX_VALUE : parameters.size();
  }

  /** One with a signature; the arguments in the order of the Java parameters. */
  static Overload of(List<Argument> arguments, TypeDescription result, Body body) {
    List<Parameter> parameters =
        arguments.stream().flatMap(argument -> argument.parameter().stream()).toList();
    return new Overload(arguments, told(body), Optional.of(new Signature(result, parameters)));
  }

  /** One that takes whatever it is sent, as it was sent. */
  static Overload open(Body body) {
    return new Overload(List.of(), told(body), Optional.empty());
  }

  // Innermost, so that nothing can refuse a call any more that was told to have started.
  private static Body told(Body body) {
    return (values, context) -> {
      context.started();
      return body.run(values, context);
    };
  }

  /** This with something around what runs. */
  Overload around(UnaryOperator<Body> behaviour) {
    return new Overload(List.of(arguments), behaviour.apply(body), signature);
  }

  /** The signature, or empty when it takes whatever it is sent. */
  Optional<Signature> signature() {
    return signature;
  }

  /** Whether it can be called with this many parameters. */
  boolean takes(int count) {
    return count >= fewest && count <= most;
  }

  /** How well these parameters fit, in number and types; -1 if they do not. */
  int fit(List<@Nullable Object> params) {
    if (!takes(params.size())) {
      return -1;
    }
    int sum = 0;
    for (Argument argument : arguments) {
      int fit = argument.fit(params);
      if (fit < 0) {
        return -1;
      }
      sum += fit;
    }
    return sum;
  }

  /**
   * The Java arguments for these parameters.
   *
   * @throws dev.farcall.MappingException if one is of the wrong type
   */
  @Nullable Object[] arguments(List<@Nullable Object> params, CallContext context) {
    if (signature.isEmpty()) {
      return params.toArray();
    }
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments[i].of(params, context);
    }
    return values;
  }

  /** Runs it, and answers a plain value. */
  @Nullable Object run(@Nullable Object[] values, CallContext context) throws Throwable {
    return body.run(values, context);
  }

  /** {@code (int, [string], double...)}: what is in brackets may be left out. */
  String types() {
    if (signature.isEmpty()) {
      return "(...)";
    }
    List<String> types = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String name = parameter.type().type().wireName();
      types.add(
          switch (parameter.presence()) {
            case REQUIRED -> name;
            case OPTIONAL -> "[" + name + "]";
            case REPEATED -> name + "...";
          });
    }
    return "(" + String.join(", ", types) + ")";
  }

  /** {@code 2 parameters}, {@code 1 to 2 parameters}, {@code 1 or more parameters}. */
  String count() {
    if (most == Integer.MAX_VALUE) {
      return fewest + " or more parameters";
    }
    String number = fewest == most ? String.valueOf(most) : fewest + " to " + most;
    return number + (most == 1 && fewest == 1 ? " parameter" : " parameters");
  }

  private boolean repeats() {
    return !parameters.isEmpty()
        && parameters.get(parameters.size() - 1).presence() == Presence.REPEATED;
  }

  private List<ValueType> wireTypes() {
    return parameters.stream().map(parameter -> parameter.type().type()).toList();
  }

  private static int compare(List<ValueType> these, List<ValueType> those) {
    for (int i = 0; i < these.size(); i++) {
      int order = these.get(i).compareTo(those.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
