package dev.farcall.wire;

import dev.farcall.Binary;
import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Base64Decoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a base64 element, decoded piece by piece: into memory, and from some size on into a
 * file, so that neither the text nor the bytes are ever in memory as a whole.
 */
final class Base64Text implements TextPieces {

  private final SpoolFile spool;
  private @Nullable Base64Decoder decoder;
  private @Nullable SpooledBytes file;
  private long characters;

  Base64Text(SpoolFile spool) {
    this.spool = spool;
  }

  @Override
  public void append(char[] source, int start, int count) {
    Base64Decoder current = decoder(count);
    try {
      current.decode(source, start, count);
      characters += count;
      if (spool.takes(current.size())) {
        drain(current);
      }
    } catch (WireException e) {
      throw new Misread(e.code(), e.problem());
    }
  }

  /** The bytes, once the text has ended. */
  Binary toBinary(ScalarGrammar grammar) {
    Base64Decoder ended = decoder(0);
    try {
      byte[] rest = grammar.finish(ended);
      if (file == null && !spool.takes(rest.length)) {
        return Binary.wrap(rest);
      }
      SpooledBytes last = file();
      last.write(rest);
      return Binary.of((Binary.Source) last);
    } catch (WireException e) {
      throw new Misread(e.code(), e.problem());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Base64Decoder decoder(int expectedChars) {
    if (decoder == null) {
      decoder = new Base64Decoder(expectedChars);
    }
    return decoder;
  }

  private void drain(Base64Decoder from) {
    try {
      from.drainTo(file());
      spool.wentThrough(characters);
      characters = 0;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private SpooledBytes file() throws IOException {
    if (file == null) {
      file = spool.append();
    }
    return file;
  }

  private static Misread unwritable(IOException cause) {
    return new Misread(
        FaultCode.INTERNAL_ERROR,
        "base64 that could not be written into a temporary file (settings spool-directory,"
            + " spool-threshold-bytes)",
        cause);
  }
}
