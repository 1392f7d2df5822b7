package dev.farcall.testkit;

import dev.farcall.WireException;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What reading a document came to or must come to: a call, a value or a fault in {@link Notation},
 * or {@code refused -32602 problem}.
 *
 * @param text one line, as in an {@code .expected} file
 */
public record Outcome(String text) {

  private static final Pattern CODE_ONLY = Pattern.compile("refused -?\\d+");
  private static final Pattern MALFORMED = Pattern.compile("refused -327\\d\\d( .*)?");

  /** Something that reads a document as a call. */
  @FunctionalInterface
  public interface CallReader {
    /** Reads it. */
    MethodCall read() throws IOException;
  }

  /** Something that reads a document as a response. */
  @FunctionalInterface
  public interface ResponseReader {
    /** Reads it. */
    MethodResponse read() throws IOException;
  }

  /** The outcome of reading a call. Every exception but a {@link WireException} passes through. */
  public static Outcome ofCall(CallReader reader) throws IOException {
    try {
      return new Outcome(Notation.of(reader.read()));
    } catch (WireException e) {
      return refused(e);
    }
  }

  /** The outcome of reading a response, likewise. */
  public static Outcome ofResponse(ResponseReader reader) throws IOException {
    try {
      return new Outcome(Notation.of(reader.read()));
    } catch (WireException e) {
      return refused(e);
    }
  }

  private static Outcome refused(WireException e) {
    return new Outcome("refused " + e.code().code() + " " + Notation.ascii(e.problem()));
  }

  /** Whether the document is refused. */
  public boolean isRefused() {
    return text.startsWith("refused ");
  }

  /** Whether it is refused for what it is made of (bytes, XML), before XML-RPC comes into it. */
  public boolean isMalformed() {
    return MALFORMED.matcher(text).matches();
  }

  /** This without the problem where the other does not have one either, to compare the two. */
  public Outcome asDetailedAs(Outcome expected) {
    boolean codeOnly = isRefused() && CODE_ONLY.matcher(expected.text).matches();
    return codeOnly ? new Outcome(text.substring(0, text.indexOf(' ', 8))) : this;
  }

  @Override
  public String toString() {
    return text;
  }
}
