package dev.farcall.client;

import dev.farcall.MappingException;
import dev.farcall.XmlRpcMethod;
import dev.farcall.call.CallContext;
import dev.farcall.client.Invocation.Answer;
import dev.farcall.client.RemoteMethod.Returned;
import dev.farcall.mapping.GenericTypes;
import dev.farcall.mapping.MethodText;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.ValueType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plans for methods that the server answers: an adapter for each parameter and result.
 */
final class RemoteMethods {

  private static final Set<Type> FUTURES = Set.of(CompletionStage.class, CompletableFuture.class);
  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private final Class<?> type;
  private final Service service;
  private final Sending sending;
  private final Problems problems;

  RemoteMethods(Class<?> type, Service service, Sending sending, Problems problems) {
    this.type = type;
    this.service = service;
    this.sending = sending;
    this.problems = problems;
  }

  /** The plan, or empty when there is none, which is then among the problems. */
  Optional<RemoteMethod> plan(Method method, Optional<XmlRpcMethod> declared) {
    String name =
        declared.map(XmlRpcMethod::name).filter(own -> !own.isEmpty()).orElse(method.getName());
    boolean idempotent = declared.filter(XmlRpcMethod::idempotent).isPresent();
    List<SentArgument> arguments = arguments(method);
    Type returned = inherited(method.getGenericReturnType(), method);
    return result(returned, MethodText.of(method) + ": result")
        .filter(result -> arguments.size() == method.getParameterCount())
        .map(
            result ->
                new RemoteMethod(service.calls, service.name(name), idempotent, arguments, result));
  }

  private Type inherited(Type declared, Method method) {
    return GenericTypes.inherited(declared, method.getDeclaringClass(), type);
  }

  private List<SentArgument> arguments(Method method) {
    List<SentArgument> arguments = new ArrayList<>();
    for (int i = 0; i < method.getParameterCount(); i++) {
      argument(method, i).ifPresent(arguments::add);
    }
    return arguments;
  }

  private Optional<SentArgument> argument(Method method, int i) {
    Class<?> raw = method.getParameterTypes()[i];
    if (raw == CallContext.class) {
      return Optional.of((sent, argument) -> false);
    }
    Type resolved = inherited(method.getGenericParameterTypes()[i], method);
    String where = MethodText.of(method) + ": parameter " + method.getParameters()[i].getName();
    Optional<TypeAdapter<Object>> adapter = adapter(resolved, where);
    // A byte... is a base64 and not many of anything.
    if (method.isVarArgs()
        && i == method.getParameterCount() - 1
        && adapter.filter(all -> all.describe().type() == ValueType.ARRAY).isPresent()) {
      return adapter(component(resolved), where)
          .map(each -> new SentArgument.Repeated(each, service.calls.mapper()));
    }
    return adapter.map(found -> sent(found, raw));
  }

  private SentArgument sent(TypeAdapter<Object> adapter, Class<?> raw) {
    return OPTIONAL.contains(raw)
        ? new SentArgument.Omissible(adapter, service.calls.mapper())
        : new SentArgument.Required(adapter, service.calls.mapper());
  }

  private static Type component(Type array) {
    return array instanceof GenericArrayType generic
        ? generic.getGenericComponentType()
        : ((Class<?>) array).getComponentType();
  }

  private Optional<Returned> result(Type returned, String where) {
    if (returned instanceof ParameterizedType generic && FUTURES.contains(generic.getRawType())) {
      return answer(generic.getActualTypeArguments()[0], where)
          .map(answer -> new Returned(answer, sending.later()));
    } else if (sending.waiting().isEmpty()) {
      problems.add(where + ": only a CompletableFuture can wait until the multicall is executed");
      return Optional.empty();
    }
    Function<Invocation<Object>, @Nullable Object> waiting = sending.waiting().get();
    return answer(returned, where).map(answer -> new Returned(answer, waiting));
  }

  private Optional<Answer<Object>> answer(Type wanted, String where) {
    if (wanted == void.class || wanted == Void.class) {
      return Optional.of(value -> null);
    } else if (wanted == Object.class) {
      return Optional.of(service.calls.anything());
    }
    return adapter(wanted, where).map(adapter -> adapter::fromValue);
  }

  @SuppressWarnings("unchecked") // The adapter is given objects of the type it was asked for.
  private Optional<TypeAdapter<Object>> adapter(Type wanted, String where) {
    try {
      return Optional.of((TypeAdapter<Object>) service.calls.mapper().adapter(wanted));
    } catch (MappingException e) {
      problems.add(where + ": " + e.getMessage(), e);
      return Optional.empty();
    }
  }
}
