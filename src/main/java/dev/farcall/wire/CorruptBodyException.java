package dev.farcall.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A compressed body that does not decompress: cut short, damaged, or followed by something else.
 */
public final class CorruptBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  /** A damaged body, in words that may be told to whoever sent it. */
  public CorruptBodyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
