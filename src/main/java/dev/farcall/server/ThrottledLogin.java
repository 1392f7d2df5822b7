package dev.farcall.server;

import dev.farcall.call.CallContext;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A method that checks passwords, and is run only as often as it may fail. It stands behind the
 * conversion of parameters: one that is refused is no guess, and two spellings of one argument are
 * one account.
 *
 * @param account which arguments name the account
 * @param success whether a result is that of a log-in
 */
record ThrottledLogin(
    LoginThrottle throttle, List<Integer> account, Predicate<@Nullable Object> success, Body login)
    implements Body {

  @Override
  public @Nullable Object run(@Nullable Object[] arguments, CallContext context) throws Throwable {
    List<? extends @Nullable Object> names = account.stream().map(at -> arguments[at]).toList();
    LoginThrottle.Attempt attempt = throttle.begin(LoginKeys.of(names, context));
    Object result = login.run(arguments, context);
    if (success.test(result)) {
      attempt.succeed();
    }
    return result;
  }
}
