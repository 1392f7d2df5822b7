package dev.farcall.mapping;

import dev.farcall.Binary;
import dev.farcall.MappingException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams of bytes. A short one is read to its end and closed at once, so that what is wrong with
 * it is found while that can still be said; a long one is read when it is written.
 */
final class StreamAdapter extends TypeAdapter<InputStream> {

  private static final int SHORT = 1 << 16;

  @Override
  public @Nullable InputStream fromValue(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    Binary binary = BinaryAdapters.binary(value);
    if (binary == null) {
      throw mismatch(value);
    }
    return new Owning(binary);
  }

  @Override
  public Object toValue(InputStream stream, Nesting nesting) {
    nesting.opened(stream);
    try {
      byte[] start = stream.readNBytes(SHORT);
      if (start.length == SHORT) {
        return Binary.of(new SequenceInputStream(new ByteArrayInputStream(start), stream));
      }
      stream.close();
      return Binary.wrap(start);
    } catch (IOException e) {
      throw new MappingException("", "the stream could not be read", e);
    }
  }

  @Override
  public TypeDescription describe() {
    return TypeDescription.of(ValueType.BASE64);
  }

  /** Closes the bytes with the stream, since whoever asked for a stream has nothing else. */
  private static final class Owning extends FilterInputStream {
    private final Binary binary;

    Owning(Binary binary) {
      super(binary.openStream());
      this.binary = binary;
    }

    @Override
    public void close() throws IOException {
      super.close();
      binary.close();
    }
  }
}
