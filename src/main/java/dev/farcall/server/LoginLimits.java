package dev.farcall.server;

/**
 * How many log-ins may fail, see {@link dev.farcall.LoginAttempt}. The defaults are those of
 * Tomcat's {@code LockOutRealm}, and 20 for an address, behind which there may be several people.
 *
 * @param perAccount of one account, from wherever; from 1 on, 5 by default
 * @param perAddress from one IPv4 address or one IPv6 network of 64 bits; from 1 on, 20 by default
 * @param seconds how long a failure counts; from 1 on, 300 by default
 */
public record LoginLimits(int perAccount, int perAddress, int seconds) {

  /** 5 of an account and 20 from an address, in 300 seconds. */
  public static final LoginLimits DEFAULTS = new LoginLimits(5, 20, 300);

  /**
   * These limits.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public LoginLimits {
    check("login-failures-per-account", perAccount);
    check("login-failures-per-address", perAddress);
    check("login-failure-seconds", seconds);
  }

  private static void check(String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(setting + " must be at least 1, got " + value);
    }
  }
}
