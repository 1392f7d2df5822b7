package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets nobody call what is for others. It stands next to the dispatcher, so that nothing between
 * them can call by another name, or for another caller.
 */
final class AccessCheck implements Interceptor {

  private final Map<String, MethodInfo> restricted;

  AccessCheck(Collection<MethodInfo> methods) {
    restricted =
        methods.stream()
            .filter(method -> !method.access().isForAnyone())
            .collect(Collectors.toUnmodifiableMap(MethodInfo::name, method -> method));
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    MethodInfo method = restricted.get(call.methodName());
    if (method != null) {
      check(method, context);
    }
    return next.call(call, context);
  }

  /**
   * Ends a call, or a question about a method, of somebody who may not call it.
   *
   * @throws FaultException that tells the name, which the caller knows, and no role
   */
  static void check(MethodInfo method, CallContext context) {
    if (!method.access().permits(context)) {
      boolean unknown = context.principal().isEmpty() && !method.access().isForNobody();
      throw FaultException.of(
          FaultCode.ACCESS_DENIED,
          "access to "
              + method.name()
              + " is denied"
              + (unknown ? ", the caller is not authenticated" : ""));
    }
  }

  @Override
  public String toString() {
    return "AccessCheck of " + restricted.size() + " methods";
  }
}
