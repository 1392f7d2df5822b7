package dev.farcall;

import org.jspecify.annotations.Nullable;

/**
 * A document that cannot be read as XML-RPC, is beyond a limit, or cannot be written.
 *
 * <p>Its message says what was found, where, what was expected, and for a limit which setting
 * raises it. It never quotes more than a few characters of the document.
 */
public final class WireException extends XmlRpcException {

  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final String problem;
  private final int line;
  private final int column;

  /** A problem without a place in a document, as when writing. */
  public WireException(FaultCode code, String problem) {
    this(code, problem, -1, -1, null);
  }

  /**
   * A problem at a place in a document.
   *
   * @param line counted from 1, or -1 when not known
   * @param column counted from 1, or -1 when not known
   * @param cause what found it, or null
   */
  public WireException(
      FaultCode code, String problem, int line, int column, @Nullable Throwable cause) {
    super(line < 1 ? problem : problem + " (line " + line + ", column " + column + ")", cause);
    this.code = code;
    this.problem = problem;
    this.line = line;
    this.column = column;
  }

  /** The fault code a server answers with. */
  public FaultCode code() {
    return code;
  }

  /** The message without the place. */
  public String problem() {
    return problem;
  }

  /** The line of the document, counted from 1, or -1 when not known. */
  public int line() {
    return line;
  }

  /** The column in that line, counted from 1, or -1 when not known. */
  public int column() {
    return column;
  }
}
