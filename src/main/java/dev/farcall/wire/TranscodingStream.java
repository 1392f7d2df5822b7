package dev.farcall.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Takes a document in UTF-8 and hands it on in another encoding. What that encoding does not have
 * becomes a character reference, as Python writes it; only text can hold such characters. For one
 * document, which {@link #finish} ends.
 */
final class TranscodingStream extends OutputStream {

  private final OutputStream out;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharsetEncoder encoder;
  private final ByteBuffer undecoded = ByteBuffer.allocate(2048);
  private final CharBuffer chars = CharBuffer.allocate(2048);
  private final ByteBuffer encoded = ByteBuffer.allocate(8192);

  TranscodingStream(OutputStream out, Charset charset) {
    this.out = out;
    this.encoder = charset.newEncoder();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int start = offset; start < offset + length; ) {
      int count = Math.min(undecoded.remaining(), offset + length - start);
      undecoded.put(bytes, start, count);
      start += count;
      transcode(false);
    }
  }

  /** Hands on what is left. */
  void finish() throws IOException {
    transcode(true);
    encoder.flush(encoded);
    drain();
  }

  private void transcode(boolean end) throws IOException {
    undecoded.flip();
    decoder.decode(undecoded, chars, end);
    undecoded.compact();
    chars.flip();
    while (true) {
      CoderResult result = encoder.encode(chars, encoded, end);
      if (result.isUnmappable()) {
        reference(result.length());
      } else if (result.isUnderflow()) {
        break;
      }
      drain();
    }
    chars.compact();
    drain();
  }

  private void reference(int length) throws IOException {
    int codePoint = Character.codePointAt(chars, 0);
    chars.position(chars.position() + length);
    drain();
    // A fresh encoder would write another byte order mark.
    encoder.encode(CharBuffer.wrap("&#" + codePoint + ";"), encoded, false);
  }

  private void drain() throws IOException {
    out.write(encoded.array(), 0, encoded.position());
    encoded.clear();
  }
}
