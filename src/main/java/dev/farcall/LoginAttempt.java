package dev.farcall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method checks a password, so that the server bounds how often it can be guessed. Once
 * an account, or an address, has failed too often the method is not run, and the caller gets the
 * fault -32001.
 *
 * <pre>{@code
 * @LoginAttempt
 * public String login(String user, String password) { ... }
 *
 * @LoginAttempt(account = {0, 1})
 * public int authenticate(String database, String user, String password) { ... }
 * }</pre>
 *
 * <p>An attempt has failed when the method throws anything, or answers {@code false} or null. It
 * counts as failed while it runs. So this is for methods that log in and do nothing else; they
 * should answer alike, and as fast, for a user who does not exist and for a wrong password.
 *
 * <p>On an interface, or a method that is overridden, it counts as well. Names of accounts are
 * counted as one where a database could take them for one: whatever the case, accents, and blanks
 * around.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LoginAttempt {
  /**
   * Which parameters of a call, from 0 on, name the account: strings or whole numbers that must be
   * there. A {@code CallContext} is none of them. With none at all only addresses are counted.
   */
  int[] account() default 0;
}
