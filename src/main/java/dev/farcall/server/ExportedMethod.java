package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.call.CallContext;
import dev.farcall.mapping.ValueType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that is exported under one name. */
final class ExportedMethod {

  private static final int MOST_TYPES = 20;

  private final MethodInfo info;
  private final List<Overload> overloads;

  ExportedMethod(MethodInfo info, List<Overload> overloads) {
    this.info = info;
    this.overloads = overloads.stream().sorted(Overload.PREFERENCE).toList();
  }

  MethodInfo info() {
    return info;
  }

  /** This for those only whom this and the other let in. */
  ExportedMethod restrictedTo(Access access) {
    return new ExportedMethod(info.restrictedTo(access), overloads);
  }

  /**
   * Runs the overload that fits best, or else the next that takes these values: a type does not
   * tell whether a primitive is sent nil, or a {@code byte} a number beyond it.
   *
   * @return a plain value
   * @throws FaultException if the parameters fit none
   */
  @Nullable Object call(List<@Nullable Object> params, CallContext context) throws Throwable {
    Overload overload = choose(params);
    @Nullable Object[] arguments;
    try {
      arguments = overload.arguments(params, context);
    } catch (MappingException e) {
      return callAnother(overload, e, params, context);
    }
    return overload.run(arguments, context);
  }

  private @Nullable Object callAnother(
      Overload first, MappingException why, List<@Nullable Object> params, CallContext context)
      throws Throwable {
    for (Overload overload : others(first, params)) {
      @Nullable Object[] arguments;
      try {
        arguments = overload.arguments(params, context);
      } catch (MappingException e) {
        // What the one that fits best has to say tells more.
        continue;
      }
      return overload.run(arguments, context);
    }
    throw invalid(info.name() + ": " + why.getMessage());
  }

  private List<Overload> others(Overload first, List<@Nullable Object> params) {
    return overloads.stream()
        .filter(overload -> overload != first && overload.fit(params) >= 0)
        .sorted(Comparator.comparingInt(overload -> -overload.fit(params)))
        .toList();
  }

  private Overload choose(List<@Nullable Object> params) {
    return overloads.size() == 1 ? only(params) : best(params);
  }

  private Overload only(List<@Nullable Object> params) {
    Overload overload = overloads.get(0);
    if (!overload.takes(params.size())) {
      String types = overload.types().equals("()") ? "" : " " + overload.types();
      throw invalid(info.name() + " takes " + overload.count() + types + ", got " + params.size());
    }
    return overload;
  }

  private Overload best(List<@Nullable Object> params) {
    Overload best = null;
    int bestFit = -1;
    for (Overload overload : overloads) {
      int fit = overload.fit(params);
      if (fit > bestFit) {
        best = overload;
        bestFit = fit;
      }
    }
    if (best == null) {
      String types = overloads.stream().map(Overload::types).collect(Collectors.joining(", "));
      throw invalid("no " + info.name() + " takes " + types(params) + "; there are " + types);
    }
    return best;
  }

  private static String types(List<@Nullable Object> params) {
    String types =
        params.stream()
            .limit(MOST_TYPES)
            .map(value -> ValueType.of(value).wireName())
            .collect(Collectors.joining(", "));
    return "(" + types + (params.size() > MOST_TYPES ? ", ...)" : ")");
  }

  private static FaultException invalid(String text) {
    return FaultException.of(FaultCode.INVALID_PARAMS, text);
  }
}
