package dev.farcall.server;

import dev.farcall.MappingException;
import dev.farcall.call.CallContext;
import dev.farcall.mapping.MethodText;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.mapping.ValueType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes the plan for a Java method: an adapter for each parameter and the result, and a handle. */
final class JavaMethods {

  private static final MethodType UNIFORM =
      MethodType.methodType(Object.class, Object.class, Object[].class);
  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private final ValueMapper mapper;
  private final VoidResult voidResult;
  private final Problems problems;

  JavaMethods(ValueMapper mapper, VoidResult voidResult, Problems problems) {
    this.mapper = mapper;
    this.voidResult = voidResult;
    this.problems = problems;
  }

  /** The plan, or empty when there is none, which is then among the problems. */
  Optional<Overload> plan(Method method, HandlerSource source) {
    Optional<List<Argument>> arguments = arguments(method);
    Optional<Result> result = result(method.getGenericReturnType(), MethodText.of(method));
    Optional<MethodHandle> handle = handle(method);
    if (arguments.isEmpty() || result.isEmpty() || handle.isEmpty()) {
      return Optional.empty();
    }
    Body body = new Invocation(handle.get(), source, result.get());
    return Optional.of(Overload.of(arguments.get(), result.get().type(), body));
  }

  /** The plan for a lambda that takes parameters of these types. */
  Optional<Overload> plan(String name, List<Class<?>> types, Class<?> result, Lambda lambda) {
    List<Argument> arguments = new ArrayList<>();
    for (Class<?> type : types) {
      String parameter = "arg" + arguments.size();
      adapter(type, name + ": parameter " + parameter)
          .map(adapter -> new Argument.Required(arguments.size(), parameter, adapter))
          .ifPresent(arguments::add);
    }
    return result(result, name)
        .filter(mapped -> arguments.size() == types.size())
        .map(
            mapped ->
                Overload.of(
                    arguments,
                    mapped.type(),
                    (values, context) -> mapped.toValue(lambda.apply(values), context)));
  }

  /** The plan for a lambda that takes whatever it is sent. */
  Overload plan(MethodBody body) {
    return Overload.open(
        (params, context) -> mapper.toValue(body.call(Arrays.asList(params), context)));
  }

  private Optional<MethodHandle> handle(Method method) {
    try {
      // The class may be package-private, as handlers should be able to be.
      method.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflect(method).asFixedArity();
      return Optional.of(
          handle.asSpreader(Object[].class, method.getParameterCount()).asType(UNIFORM));
    } catch (IllegalAccessException | RuntimeException e) {
      problems.add(MethodText.of(method) + " is not accessible: " + e.getMessage(), e);
      return Optional.empty();
    }
  }

  private Optional<List<Argument>> arguments(Method method) {
    List<Argument> arguments = new ArrayList<>();
    int sent = 0;
    for (int i = 0; i < method.getParameterCount(); i++) {
      Optional<Argument> argument = argument(method, i, sent);
      argument.ifPresent(arguments::add);
      if (method.getParameterTypes()[i] != CallContext.class) {
        sent++;
      }
    }
    return Optional.of(arguments).filter(all -> all.size() == method.getParameterCount());
  }

  /** The argument for Java parameter {@code i}, which is parameter {@code at} of a call. */
  private Optional<Argument> argument(Method method, int i, int at) {
    Class<?> raw = method.getParameterTypes()[i];
    if (raw == CallContext.class) {
      return Optional.of(new Argument.Context());
    }
    String name = method.getParameters()[i].getName();
    String where = MethodText.of(method) + ": parameter " + name;
    Optional<TypeAdapter<?>> adapter = adapter(method.getGenericParameterTypes()[i], where);
    if (isOmissible(method, i)) {
      return adapter.map(found -> new Argument.Omissible(at, name, found));
    }
    boolean last = i == method.getParameterCount() - 1;
    if (last && method.isVarArgs()) {
      return adapter.flatMap(found -> rest(at, name, raw.getComponentType(), found, where));
    }
    return adapter.map(found -> new Argument.Required(at, name, found));
  }

  private Optional<Argument> rest(
      int at, String name, Class<?> component, TypeAdapter<?> all, String where) {
    // A byte... is a base64 and not many of anything.
    if (all.describe().type() != ValueType.ARRAY) {
      return Optional.of(new Argument.Required(at, name, all));
    }
    return adapter(component, where)
        .map(each -> new Argument.Repeated(at, name, component, each, all));
  }

  // Only at the end can one be left out, or the position of the others would not be known.
  private static boolean isOmissible(Method method, int i) {
    Class<?>[] types = method.getParameterTypes();
    if (!OPTIONAL.contains(types[i])) {
      return false;
    }
    for (int after = i + 1; after < types.length; after++) {
      boolean repeats = method.isVarArgs() && after == types.length - 1;
      if (!OPTIONAL.contains(types[after]) && types[after] != CallContext.class && !repeats) {
        return false;
      }
    }
    return true;
  }

  private Optional<Result> result(Type type, String where) {
    if (type == void.class || type == Void.class) {
      return Optional.of(new Result.Nothing(voidResult));
    }
    if (type instanceof ParameterizedType generic
        && (generic.getRawType() == CompletionStage.class
            || generic.getRawType() == CompletableFuture.class)) {
      return result(generic.getActualTypeArguments()[0], where).map(Result.Joined::new);
    }
    return adapter(type, where + ": result").map(this::mapped);
  }

  // The type of what the method returns is the adapter's, since it was asked for by that type.
  @SuppressWarnings("unchecked")
  private Result mapped(TypeAdapter<?> adapter) {
    return new Result.Mapped((TypeAdapter<Object>) adapter, mapper);
  }

  private Optional<TypeAdapter<?>> adapter(Type type, String where) {
    try {
      return Optional.of(mapper.adapter(type));
    } catch (MappingException e) {
      problems.add(where + ": " + e.getMessage(), e);
      return Optional.empty();
    }
  }

  /** A lambda of any number of parameters. */
  interface Lambda {
    @Nullable Object apply(@Nullable Object[] arguments);
  }

  private record Invocation(MethodHandle handle, HandlerSource source, Result result)
      implements Body {
    @Override
    public @Nullable Object run(@Nullable Object[] arguments, CallContext context)
        throws Throwable {
      Object handler = source.acquire();
      try {
        return result.toValue((Object) handle.invokeExact(handler, arguments), context);
      } finally {
        source.release(handler);
      }
    }
  }
}
