package dev.farcall.client;

import dev.farcall.call.Endpoint;
import java.util.List;
import java.util.Random;

/**
 * Where calls become requests, for one server or several.
 *
 * @param once for calls that are run once at most
 * @param repeatedly for calls that are idempotent
 */
record Routes(Endpoint once, Endpoint repeatedly) {

  /** To one server: what is idempotent is sent a second time when the connection was lost. */
  static Routes to(WireEndpoint server) {
    return new Routes(server, new Repeating().around(server));
  }

  /** To whichever of these is up. */
  static Routes toAny(List<WireEndpoint> wires, Retries retries, RetryLog log) {
    Servers servers =
        new Servers(wires.stream().map(each -> new Server(each.address(), each)).toList());
    // This generator, unlike others, may be used by many threads.
    RetryRules rules = RetryRules.of(retries, new Random(), Time.SYSTEM, log);
    return new Routes(
        new Failover(servers, Resending.NOT_RUN, rules),
        new Failover(servers, Resending.IDEMPOTENT, rules));
  }
}
