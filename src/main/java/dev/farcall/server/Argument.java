package dev.farcall.server;

import dev.farcall.MappingException;
import dev.farcall.call.CallContext;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.ValueType;
import dev.farcall.server.MethodInfo.Parameter;
import dev.farcall.server.MethodInfo.Presence;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one Java argument comes from. */
interface Argument {

  /**
   * The Java argument of this call.
   *
   * @throws MappingException with the path from {@code params}
   */
  @Nullable Object of(List<@Nullable Object> params, CallContext context);

  /**
   * How well what was sent for it fits: the sum of {@link ValueType#fit} over that, or -1 if any of
   * it does not fit.
   */
  default int fit(List<@Nullable Object> params) {
    return 0;
  }

  /** What callers are told about it; empty when it is nothing they send. */
  default Optional<Parameter> parameter() {
    return Optional.empty();
  }

  private static int fit(Parameter parameter, @Nullable Object value) {
    int fit = parameter.type().type().fit(value);
    return fit == 0 ? -1 : fit;
  }

  private static @Nullable Object convert(TypeAdapter<?> adapter, @Nullable Object value, int at) {
    try {
      return adapter.fromValue(value);
    } catch (MappingException e) {
      throw e.at("params[" + at + "]");
    }
  }

  /** The context of the call, which nobody sends. */
  record Context() implements Argument {
    @Override
    public Object of(List<@Nullable Object> params, CallContext context) {
      return context;
    }
  }

  /** One that must be there. */
  record Required(int at, Parameter described, TypeAdapter<?> adapter) implements Argument {
    Required(int at, String name, TypeAdapter<?> adapter) {
      this(at, new Parameter(name, adapter.describe(), Presence.REQUIRED), adapter);
    }

    @Override
    public @Nullable Object of(List<@Nullable Object> params, CallContext context) {
      return convert(adapter, params.get(at), at);
    }

    @Override
    public int fit(List<@Nullable Object> params) {
      return Argument.fit(described, params.get(at));
    }

    @Override
    public Optional<Parameter> parameter() {
      return Optional.of(described);
    }
  }

  /** One that may be left out, which is as if nil were sent for it. */
  record Omissible(int at, Parameter described, TypeAdapter<?> adapter) implements Argument {
    Omissible(int at, String name, TypeAdapter<?> adapter) {
      this(at, new Parameter(name, adapter.describe(), Presence.OPTIONAL), adapter);
    }

    @Override
    public @Nullable Object of(List<@Nullable Object> params, CallContext context) {
      return convert(adapter, at < params.size() ? params.get(at) : null, at);
    }

    @Override
    public int fit(List<@Nullable Object> params) {
      return at < params.size() ? Argument.fit(described, params.get(at)) : 0;
    }

    @Override
    public Optional<Parameter> parameter() {
      return Optional.of(described);
    }
  }

  /**
   * What is left, as a Java array. One array is taken for all of it, unless each could be an array
   * itself: then it is the only one of several.
   */
  record Repeated(
      int at, Parameter described, Class<?> component, TypeAdapter<?> each, TypeAdapter<?> all)
      implements Argument {
    Repeated(int at, String name, Class<?> component, TypeAdapter<?> each, TypeAdapter<?> all) {
      this(at, new Parameter(name, each.describe(), Presence.REPEATED), component, each, all);
    }

    @Override
    public @Nullable Object of(List<@Nullable Object> params, CallContext context) {
      if (isWhole(params)) {
        return convert(all, params.get(at), at);
      }
      int length = Math.max(0, params.size() - at);
      Object array = Array.newInstance(component, length);
      for (int i = 0; i < length; i++) {
        Array.set(array, i, convert(each, params.get(at + i), at + i));
      }
      return array;
    }

    @Override
    public int fit(List<@Nullable Object> params) {
      if (isWhole(params)) {
        return 1;
      }
      int sum = 0;
      for (int i = at; i < params.size(); i++) {
        int fit = Argument.fit(described, params.get(i));
        if (fit < 0) {
          return -1;
        }
        sum += fit;
      }
      return sum;
    }

    @Override
    public Optional<Parameter> parameter() {
      return Optional.of(described);
    }

    private boolean isWhole(List<@Nullable Object> params) {
      return params.size() == at + 1 && params.get(at) instanceof List && !mayBeArrays();
    }

    private boolean mayBeArrays() {
      ValueType type = described.type().type();
      // A Number is any number, but no array.
      return type == ValueType.ARRAY || (type == ValueType.ANY && component != Number.class);
    }
  }
}
