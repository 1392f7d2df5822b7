package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.model.Lexical;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a value, on its way out of the values around it, each of which adds where it
 * lies. So the path costs nothing as long as all is well. It never leaves the package: {@link
 * Codec} makes a {@link dev.farcall.WireException} of it.
 */
final class Misread extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_NAME = 64;

  private final FaultCode code;
  private final String problem;
  private String path = "";

  Misread(FaultCode code, String problem) {
    this(code, problem, null);
  }

  /** One that something else has found. */
  Misread(FaultCode code, String problem, @Nullable Throwable cause) {
    super(problem, cause, false, false);
    this.code = code;
    this.problem = problem;
  }

  Misread inMember(String name) {
    return in(isSimple(name) ? name : "[" + Lexical.quote(name) + "]");
  }

  Misread atIndex(int index) {
    return in("[" + index + "]");
  }

  Misread in(String segment) {
    path = path.isEmpty() || path.startsWith("[") ? segment + path : segment + "." + path;
    return this;
  }

  FaultCode code() {
    return code;
  }

  /** The problem behind the path. */
  String problem() {
    return path.isEmpty() ? problem : path + ": " + problem;
  }

  private static boolean isSimple(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c > 'z' || !(Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
        return false;
      }
    }
    return true;
  }
}
