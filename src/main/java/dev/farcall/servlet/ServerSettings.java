package dev.farcall.servlet;

import dev.farcall.mapping.ValueMapper;
import dev.farcall.server.Instances;
import dev.farcall.server.Introspection;
import dev.farcall.server.LoginLimits;
import dev.farcall.server.VoidResult;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.wire.Reading;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of what happens between the documents; each component is one, in kebab-case.
 *
 * @param reading how much good will a call is read with; standard
 * @param multicallLimit calls in one {@code system.multicall}; 100
 * @param loginFailuresPerAccount failed log-ins of an account before its next is not run; 5. What
 *     is a log-in says {@link dev.farcall.LoginAttempt}
 * @param loginFailuresPerAddress the same of an address; 20
 * @param loginFailureSeconds how long a failed log-in counts; 300
 * @param maxCallSeconds how long after a call was read it, or an entry of its multicall, is still
 *     started, and the stage that a handler returned is waited for; 30. A caller may ask for less
 *     by a {@link dev.farcall.call.DeadlineHeader}, never for more. The thread of a handler that
 *     runs is interrupted then; if it answers all the same, the answer is sent
 * @param introspection whether the {@code system} methods that list the others are there; on
 * @param voidResult what a method without a result answers; true
 * @param zone where a date without a zone is meant, when an instant is wanted; UTC
 * @param instances how long a handler lives; as long as the application
 * @param handlerFactory name of the class that makes the handlers; null for CDI or a constructor
 * @param interceptors names of the classes of {@link dev.farcall.call.Interceptor}s around each
 *     call, in the order in which they see it; none
 * @param status whether calls are measured, and a {@link StatusServlet} shows it; off
 */
record ServerSettings(
    Reading reading,
    int multicallLimit,
    int loginFailuresPerAccount,
    int loginFailuresPerAddress,
    int loginFailureSeconds,
    int maxCallSeconds,
    Introspection introspection,
    VoidResult voidResult,
    ZoneId zone,
    Lifetime instances,
    @Nullable String handlerFactory,
    List<String> interceptors,
    Status status) {

  static final ServerSettings DEFAULTS =
      new ServerSettings(
          Reading.STANDARD,
          100,
          LoginLimits.DEFAULTS.perAccount(),
          LoginLimits.DEFAULTS.perAddress(),
          LoginLimits.DEFAULTS.seconds(),
          30,
          Introspection.ON,
          VoidResult.TRUE,
          ZoneOffset.UTC,
          Lifetime.APPLICATION,
          null,
          List.of(),
          Status.OFF);

  XmlRpcServer.Builder applyTo(XmlRpcServer.Builder builder, int maxDepth) {
    return builder
        .multicallLimit(multicallLimit)
        .loginLimits(
            new LoginLimits(loginFailuresPerAccount, loginFailuresPerAddress, loginFailureSeconds))
        .introspection(introspection)
        .voidResult(voidResult)
        .instances(instances.instances)
        .mapper(ValueMapper.builder().zone(zone).maxDepth(maxDepth).build());
  }

  /** Whether a servlet is to be seen on the status page. */
  enum Status {
    ON,
    OFF
  }

  /** How long a handler lives. */
  enum Lifetime {
    APPLICATION(Instances.PER_APPLICATION),
    REQUEST(Instances.PER_REQUEST);

    private final Instances instances;

    Lifetime(Instances instances) {
      this.instances = instances;
    }
  }
}
