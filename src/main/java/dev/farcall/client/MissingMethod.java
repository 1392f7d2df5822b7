package dev.farcall.client;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import java.util.List;
import java.util.regex.Pattern;

/** How servers say that they have no method of a name. */
final class MissingMethod {

  // xmlrpc-c's own number for it.
  private static final int NO_SUCH_METHOD = -506;

  // Python: not supported; Apache: no such handler; Perl: unknown; Twisted: not found; the last of
  // them is Ruby's.
  private static final Pattern WORDS =
      Pattern.compile(
          "not found|unknown|not supported|no such|not defined|not implemented|does not exist"
              + "|missing or wrong number of parameters",
          Pattern.CASE_INSENSITIVE);

  private MissingMethod() {}

  /** Whether a fault says that this is missing, by its code or in words that name it. */
  static boolean isSaidBy(FaultException fault, String method) {
    return fault.code() == FaultCode.METHOD_NOT_FOUND.code()
        || fault.code() == NO_SUCH_METHOD
        || (mentions(fault, method) && WORDS.matcher(fault.faultString()).find());
  }

  /**
   * Whether that is certain of a method that calls others: a fault that names one of those may be
   * theirs, and others may have run before it.
   */
  static boolean isSaidBy(FaultException fault, String method, List<String> others) {
    return isSaidBy(fault, method) && others.stream().noneMatch(other -> mentions(fault, other));
  }

  private static boolean mentions(FaultException fault, String method) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(method) + "(?![\\w])")
        .matcher(fault.faultString())
        .find();
  }
}
