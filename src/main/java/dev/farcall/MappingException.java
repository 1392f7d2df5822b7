package dev.farcall;

import org.jspecify.annotations.Nullable;

/**
 * A value that does not fit the Java type it is wanted as, or an object that cannot travel. The
 * message begins with the path of the value: {@code params[2].address.zip: expected int, got string
 * "12a"}.
 */
public final class MappingException extends XmlRpcException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  /** A problem at the value itself; whoever holds the value adds the path with {@link #at}. */
  public MappingException(String problem) {
    this("", problem, null);
  }

  /** A problem at a path, with its cause. */
  public MappingException(String path, String problem, @Nullable Throwable cause) {
    super(path.isEmpty() ? problem : path + ": " + problem, cause);
    this.path = path;
    this.problem = problem;
  }

  /**
   * The same problem seen from one level further out.
   *
   * @param segment where in the outer value this one lies: a member as {@code address}, an index as
   *     {@code [2]}
   */
  public MappingException at(String segment) {
    boolean joined = path.isEmpty() || path.startsWith("[");
    MappingException outer =
        new MappingException(joined ? segment + path : segment + "." + path, problem, getCause());
    outer.setStackTrace(getStackTrace());
    return outer;
  }

  /** Where the value lies, as in {@code params[2].address.zip}; empty for the value itself. */
  public String path() {
    return path;
  }

  /** What is wrong, without the path. */
  public String problem() {
    return problem;
  }
}
