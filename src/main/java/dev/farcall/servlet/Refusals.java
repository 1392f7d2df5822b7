package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.call.UnprocessedHeader;
import dev.farcall.wire.BodyTooLargeException;
import dev.farcall.wire.CorruptBodyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The refusals that have more than one place to come from. */
final class Refusals {

  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int REQUEST_TIMEOUT = 408;
  static final int CONTENT_TOO_LARGE = 413;
  static final int UNSUPPORTED_MEDIA_TYPE = 415;
  static final int MISDIRECTED = 421;
  static final int UNAVAILABLE = 503;

  /** When to come again, where it may be any time; a value of {@code Retry-After}. */
  static final String A_SECOND = "1";

  /** For a call that would be one too many. */
  static final Refusal TOO_MANY_CALLS =
      unprocessed(
          "as many calls are running as max-concurrent-calls and max-calls-per-caller allow; the"
              + " call was not started, try again later");

  /** For a call that comes while the servlet is being stopped. */
  static final Refusal STOPPING =
      unprocessed("the server is being stopped; the call was not started").closingConnection();

  private Refusals() {}

  /** For a body that could not be read to its end, for this reason. */
  static Refusal of(IOException reason) {
    if (reason instanceof BodyTooLargeException tooLarge) {
      return tooLarge(tooLarge);
    }
    if (reason instanceof SlowBodyException) {
      return tooSlow(String.valueOf(reason.getMessage()));
    }
    if (isTimeout(reason) || isTimeout(reason.getCause())) {
      return tooSlow("no more of the body came for as long as the server waits");
    }
    if (reason instanceof InterruptedIOException) {
      // Nobody but the end of the servlet interrupts a thread that reads.
      return STOPPING;
    }
    if (reason instanceof BusyException) {
      return unprocessed(String.valueOf(reason.getMessage())).closingConnection();
    }
    return reason instanceof CorruptBodyException
        ? unreadable(String.valueOf(reason.getMessage()))
        : unreadable("the body ended before it was complete");
  }

  /** Whether a container says so that it waits no longer for the next byte: Tomcat, and Jetty. */
  private static boolean isTimeout(@Nullable Throwable reason) {
    return reason instanceof SocketTimeoutException || reason instanceof TimeoutException;
  }

  static Refusal tooLarge(BodyTooLargeException reason) {
    String message = String.valueOf(reason.getMessage());
    return Refusal.of(CONTENT_TOO_LARGE, FaultCode.LIMIT_EXCEEDED, message).closingConnection();
  }

  /** For a call that can be made again, here or elsewhere: nothing of it has been done. */
  static Refusal unprocessed(String message) {
    return Refusal.of(UNAVAILABLE, FaultCode.OVERLOADED, message)
        .withHeader("Retry-After", A_SECOND)
        .withHeader(UnprocessedHeader.NAME, "1");
  }

  private static Refusal tooSlow(String message) {
    return Refusal.of(REQUEST_TIMEOUT, FaultCode.LIMIT_EXCEEDED, message).closingConnection();
  }

  private static Refusal unreadable(String message) {
    return Refusal.of(BAD_REQUEST, FaultCode.NOT_WELL_FORMED, message).closingConnection();
  }
}
