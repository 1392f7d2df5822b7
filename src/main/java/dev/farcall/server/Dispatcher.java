package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.PrintableText;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the method a call names, and runs it. A name is a key and nothing else. */
final class Dispatcher implements Endpoint {

  private static final int LONGEST_NAME = 64;

  private final Map<String, ExportedMethod> methods;

  Dispatcher(Map<String, ExportedMethod> methods) {
    this.methods = Map.copyOf(methods);
  }

  /** The fault for a name that nothing is exported under. */
  static FaultException unknown(String name) {
    String shown = name.isBlank() ? "with an empty name" : PrintableText.of(name, LONGEST_NAME);
    return FaultException.of(FaultCode.METHOD_NOT_FOUND, "no method " + shown);
  }

  @Override
  public MethodResponse call(MethodCall call, CallContext context) {
    ExportedMethod method = methods.get(call.methodName());
    if (method == null) {
      throw unknown(call.methodName());
    }
    return MethodResponse.of(context.run(() -> run(method, call, context)));
  }

  private static @Nullable Object run(ExportedMethod method, MethodCall call, CallContext context) {
    try {
      return method.call(call.params(), context);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UndeclaredThrowableException(e);
    } catch (Throwable e) {
      throw new UndeclaredThrowableException(e);
    }
  }

  @Override
  public String toString() {
    return "Dispatcher of " + methods.size() + " methods";
  }
}
