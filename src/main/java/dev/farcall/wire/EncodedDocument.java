package dev.farcall.wire;

import dev.farcall.Binary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document ready to be sent: in memory as a whole, but for long base64, whose bytes stay where
 * they are and are encoded while the document is read. It can be read as often as they can.
 */
public final class EncodedDocument {

  // Below this it is not worth the while.
  private static final int SHORTEST = 1 << 16;

  private final byte[] text;
  private final int textLength;
  private final List<EncodedPart> parts;

  private EncodedDocument(byte[] text, int textLength, List<EncodedPart> parts) {
    this.text = text;
    this.textLength = textLength;
    this.parts = parts;
  }

  /** The first of these bytes, which are not copied. */
  public static EncodedDocument of(byte[] bytes, int length) {
    return new EncodedDocument(bytes, length, List.of());
  }

  /** How many bytes; -1 when it has those of a stream, which nobody has counted. */
  public long length() {
    long length = textLength;
    for (EncodedPart part : parts) {
      if (part.length() < 0) {
        return -1;
      }
      length += part.length();
    }
    return length;
  }

  /** Whether it can be read any number of times, which it cannot with the bytes of a stream. */
  public boolean isRepeatable() {
    return parts.stream().allMatch(part -> part.binary().isRepeatable());
  }

  /** The bytes, if all of them are in memory; they are not to be changed. */
  public Optional<ByteBuffer> inMemory() {
    return parts.isEmpty()
        ? Optional.of(ByteBuffer.wrap(text, 0, textLength).asReadOnlyBuffer())
        : Optional.empty();
  }

  /** What is in memory of it, up to the first long base64. */
  public InputStream openBeginning() {
    return text(0, parts.isEmpty() ? textLength : parts.get(0).at());
  }

  /**
   * A reading from the first byte on, to be closed. It throws a {@link dev.farcall.WireException}
   * where the bytes of a base64 cannot be read, or are not as many as they were.
   */
  public InputStream open() {
    return new EncodedStream(this);
  }

  /** Closes the streams that it has, read or not; one that fails to close is left at that. */
  public void closeStreams() {
    parts.stream().map(EncodedPart::binary).forEach(EncodedDocument::closeStream);
  }

  private static void closeStream(Binary binary) {
    try {
      if (!binary.isRepeatable()) {
        binary.close();
      }
    } catch (RuntimeException e) {
      // The document has been sent as far as anybody wants it.
      return;
    }
  }

  List<EncodedPart> parts() {
    return parts;
  }

  /** The text before a part, or behind the last one. */
  InputStream textBefore(int part) {
    int start = part == 0 ? 0 : parts.get(part - 1).at();
    return text(start, part == parts.size() ? textLength : parts.get(part).at());
  }

  private InputStream text(int start, int end) {
    return new ByteArrayInputStream(text, start, end - start);
  }

  /** Collects it. */
  static final class Text extends ByteArrayOutputStream implements BinaryOutput {
    private final List<EncodedPart> parts = new ArrayList<>(0);

    Text() {
      super(512);
    }

    @Override
    public void write(Binary binary, Dialect.Base64Lines lines, XmlOutput out) {
      BinaryOutput.CHECK.write(binary, lines, out);
      if (EncodedPart.isLong(binary, SHORTEST)) {
        out.flush();
        parts.add(EncodedPart.of(count, binary, lines));
      } else {
        Base64Writer.write(binary, lines, out);
      }
    }

    EncodedDocument toDocument() {
      return new EncodedDocument(buf, count, List.copyOf(parts));
    }
  }
}
