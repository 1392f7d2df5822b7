package dev.farcall.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The verifier that the init-params of a filter name. */
final class TokenVerifiers {

  private static final String FILE = "tokens-file";
  private static final String CLASS = "verifier";
  private static final TokenVerifier NOBODY = token -> Optional.empty();

  private TokenVerifiers() {}

  /**
   * The verifier.
   *
   * @throws ServletException if there is none; the message has all that is wrong
   */
  static TokenVerifier of(FilterConfig config) throws ServletException {
    Problems problems = new Problems();
    Set<String> keys = new TreeSet<>(Collections.list(config.getInitParameterNames()));
    keys.removeAll(Set.of(FILE, CLASS));
    keys.forEach(key -> problems.add(key + ": expected one of " + FILE + ", " + CLASS));
    TokenVerifier verifier =
        verifier(config.getInitParameter(FILE), config.getInitParameter(CLASS), problems);
    if (!problems.isEmpty()) {
      throw problems.toException("filter", config.getFilterName());
    }
    return verifier;
  }

  private static TokenVerifier verifier(
      @Nullable String file, @Nullable String type, Problems problems) {
    if (file != null && type == null) {
      return ofFile(file, problems);
    }
    if (type != null && file == null) {
      return ofClass(type, problems);
    }
    problems.add("expected either " + FILE + " or " + CLASS);
    return NOBODY;
  }

  private static TokenVerifier ofFile(String name, Problems problems) {
    try {
      Path file = Path.of(name.strip());
      if (file.isAbsolute()) {
        return TokenFile.read(FILE, file, problems);
      }
    } catch (InvalidPathException e) {
      // Told below: it is no path at all.
    }
    problems.add(FILE + ": expected an absolute path, got \"" + name + "\"");
    return NOBODY;
  }

  private static TokenVerifier ofClass(String name, Problems problems) {
    Class<?> type = WebappClasses.ofThread(problems).load(CLASS, name);
    if (type == null) {
      return NOBODY;
    }
    if (!TokenVerifier.class.isAssignableFrom(type)) {
      problems.add(CLASS + ": " + type.getName() + " is no " + TokenVerifier.class.getName());
      return NOBODY;
    }
    try {
      return (TokenVerifier) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      problems.add(CLASS + ": " + type.getName() + " cannot be created: " + reason(e));
      return NOBODY;
    }
  }

  private static Throwable reason(ReflectiveOperationException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }
}
