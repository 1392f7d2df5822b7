package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bounds how often passwords can be guessed: by account, so that many addresses do not help, and by
 * address, so that many accounts do not.
 *
 * <p>An attempt counts as failed from when it begins, so that of many at once no more run than of
 * many in a row. A success takes back its own attempt and no other: a guesser who has an account
 * would otherwise be as good as new by logging in to it, and so would all guessers whenever the
 * owner of an account logs in. What is refused does not count, so that a refusal ends by itself.
 *
 * <p>Safe for use by many threads.
 */
final class LoginThrottle {

  private static final int CAPACITY = 10_000;

  private final FailureTable accounts;
  private final FailureTable networks;
  private final LongSupplier nanoTime;

  /** One without failures, by a clock as {@link System#nanoTime}. */
  LoginThrottle(LoginLimits limits, LongSupplier nanoTime) {
    Duration window = Duration.ofSeconds(limits.seconds());
    this.accounts = new FailureTable(limits.perAccount(), window, CAPACITY);
    this.networks = new FailureTable(limits.perAddress(), window, CAPACITY);
    this.nanoTime = nanoTime;
  }

  /**
   * Begins an attempt, which has failed unless it is told to have succeeded.
   *
   * @throws FaultException if it must not be made. It does not tell whether it is for the account
   *     or for the address: that others guess at an account is nobody's business
   */
  synchronized Attempt begin(LoginKeys keys) {
    long now = nanoTime.getAsLong();
    if (keys.account().filter(name -> accounts.isFull(name, now)).isPresent()
        || keys.network().filter(name -> networks.isFull(name, now)).isPresent()) {
      throw FaultException.of(
          FaultCode.ACCESS_DENIED,
          "too many failed logins; try again later (settings login-failures-per-account,"
              + " login-failures-per-address, login-failure-seconds)");
    }
    keys.account().ifPresent(name -> accounts.add(name, now));
    keys.network().ifPresent(name -> networks.add(name, now));
    return new Attempt(keys, now);
  }

  /** Of how many accounts there are failures. */
  synchronized int accounts() {
    return accounts.size();
  }

  /** From how many networks there are failures. */
  synchronized int networks() {
    return networks.size();
  }

  private synchronized void takeBack(Attempt attempt) {
    attempt.keys.account().ifPresent(name -> accounts.remove(name, attempt.begun));
    attempt.keys.network().ifPresent(name -> networks.remove(name, attempt.begun));
  }

  /** A log-in that was begun. */
  final class Attempt {
    private final LoginKeys keys;
    private final long begun;

    private Attempt(LoginKeys keys, long begun) {
      this.keys = keys;
      this.begun = begun;
    }

    /** Says that it did not fail; to be called once. */
    void succeed() {
      takeBack(this);
    }
  }
}
