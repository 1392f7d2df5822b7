package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Lexical;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a document. Decoded here and not by the parser, since parsers accept encodings
 * nobody asked for, and some take malformed UTF-8 for markup. It counts the bytes as well. For one
 * document.
 */
final class DocumentDecoder extends Reader {

  private final InputStream in;
  private final byte[] buffer;
  private final ByteBuffer bytes;
  private final long limit;
  private final DocumentCharset charset;
  private CharsetDecoder decoder;
  private long total;
  private boolean ended;
  private boolean behindDeclaration;

  /**
   * Reads the beginning, as much as it takes to know the encoding.
   *
   * @param buffer of at least 1,024 bytes, used until the document ends
   * @param charsetParam from the Content-Type, or null
   */
  DocumentDecoder(
      InputStream in, byte[] buffer, @Nullable String charsetParam, long limit, Reading reading)
      throws IOException {
    this.in = in;
    this.buffer = buffer;
    this.bytes = ByteBuffer.wrap(buffer).flip();
    this.limit = limit;
    fillBeginning();
    charset = DocumentCharset.detect(bytes, charsetParam, reading);
    decoder = strict(charset.charset());
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      int before = bytes.remaining();
      CoderResult result = decoder.decode(bytes, chars, ended);
      int count = chars.position() - offset;
      if (count > 0) {
        if (before - bytes.remaining() != count) {
          refuseNoncharacters(target, offset, offset + count);
        }
        if (!behindDeclaration) {
          passDeclaration(target, offset, offset + count);
        }
        return count;
      } else if (result.isError()) {
        fallBack();
      } else if (ended) {
        return -1;
      } else {
        bytes.compact();
        fill();
        bytes.flip();
      }
    }
  }

  /** The stream belongs to whoever opened it. */
  @Override
  public void close() {}

  /** Makes sure that this encoding in the XML declaration does not contradict; null for none. */
  void confirm(@Nullable String declaration) {
    charset.confirm(declaration);
  }

  /** The parser lets two characters pass that XML does not have; neither is a single byte. */
  private static void refuseNoncharacters(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] >= '\uFFFE') {
        throw noCharacter(chars[i]);
      }
    }
  }

  private static WireException noCharacter(char c) {
    return new WireException(
        FaultCode.NOT_WELL_FORMED,
        String.format("not well-formed: U+%04X is no character of XML", (int) c));
  }

  /** The parser takes control characters for blanks in an XML declaration, and only there. */
  private void passDeclaration(char[] chars, int start, int end) {
    for (int i = start; i < end && !behindDeclaration; i++) {
      char c = chars[i];
      if (c < ' ' && !Lexical.isBlank(c)) {
        throw noCharacter(c);
      }
      behindDeclaration = c == '>';
    }
  }

  private void fallBack() {
    Charset guess = charset.fallback();
    if (guess == null || guess.equals(decoder.charset())) {
      throw new WireException(
          FaultCode.INVALID_CHARACTER,
          "bytes that are not "
              + decoder.charset()
              + " at byte "
              + (total - bytes.remaining() + 1));
    }
    decoder = strict(guess);
  }

  /** Goes on until the XML declaration, if there is one, is in the buffer. */
  private void fillBeginning() throws IOException {
    do {
      bytes.compact();
      fill();
      bytes.flip();
    } while (!ended && !DocumentCharset.isDecidable(bytes));
  }

  private void fill() throws IOException {
    int count = in.read(buffer, bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
      return;
    }
    total += count;
    if (total > limit) {
      throw new BodyTooLargeException("max-document-bytes", limit);
    }
    bytes.position(bytes.position() + count);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
