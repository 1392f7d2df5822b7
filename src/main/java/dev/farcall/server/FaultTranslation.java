package dev.farcall.server;

import dev.farcall.FaultException;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Incidents;
import dev.farcall.call.Interceptor;
import dev.farcall.call.PrintableText;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.lang.System.Logger;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.random.RandomGenerator;

/**
 * Makes a fault of everything that is thrown. A {@link FaultException} is meant for the caller; of
 * anything else the caller gets a reference, under which the log has the details.
 */
final class FaultTranslation implements Interceptor {

  private static final Logger LOG = System.getLogger("dev.farcall.server");
  private static final int LONGEST_NAME = 128;

  private final Incidents incidents;

  FaultTranslation(RandomGenerator random) {
    incidents = Incidents.of(LOG, random);
  }

  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    try {
      return next.call(call, context);
    } catch (FaultException fault) {
      return MethodResponse.of(Fault.of(fault));
    } catch (Throwable failure) {
      return MethodResponse.of(report(call, failure));
    }
  }

  private Fault report(MethodCall call, Throwable failure) {
    String name = PrintableText.of(call.methodName(), LONGEST_NAME);
    return incidents.report(name, thrown(failure)).fault();
  }

  private static Throwable thrown(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof UndeclaredThrowableException && cause != null ? cause : failure;
  }

  @Override
  public String toString() {
    return "FaultTranslation";
  }
}
