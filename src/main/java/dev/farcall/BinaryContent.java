package dev.farcall;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where the bytes of a {@link Binary} are, and what can be done with them there. */
abstract sealed class BinaryContent {

  private static final int PIECE = 8192;

  abstract long size();

  /** Whether it can be opened again and again, as all but a stream can. */
  boolean isRepeatable() {
    return true;
  }

  /** Whether it can still be opened. */
  boolean isReadable() {
    return true;
  }

  abstract InputStream open();

  abstract void close();

  byte[] toByteArray() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isSame(BinaryContent other) {
    if (!isRepeatable() || !other.isRepeatable() || size() != other.size()) {
      return false;
    }
    try (InputStream these = open();
        InputStream those = other.open()) {
      return isSame(these, those);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** That of {@link Arrays#hashCode(byte[])}, so that it does not tell where the bytes are. */
  int hash() {
    byte[] piece = new byte[PIECE];
    int hash = 1;
    try (InputStream in = open()) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        for (int i = 0; i < count; i++) {
          hash = 31 * hash + piece[i];
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hash;
  }

  @Override
  public String toString() {
    return size() + " bytes";
  }

  private static boolean isSame(InputStream these, InputStream those) throws IOException {
    byte[] one = new byte[PIECE];
    byte[] other = new byte[PIECE];
    int count;
    do {
      count = these.readNBytes(one, 0, PIECE);
      if (those.readNBytes(other, 0, PIECE) != count || Arrays.mismatch(one, other) >= 0) {
        return false;
      }
    } while (count == PIECE);
    return true;
  }

  /** In memory. */
  static final class Memory extends BinaryContent {
    private final byte[] bytes;

    Memory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    long size() {
      return bytes.length;
    }

    @Override
    InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    void close() {}

    @Override
    byte[] toByteArray() {
      return bytes.clone();
    }

    @Override
    boolean isSame(BinaryContent other) {
      return other instanceof Memory that ? Arrays.equals(bytes, that.bytes) : super.isSame(other);
    }

    @Override
    int hash() {
      return Arrays.hashCode(bytes);
    }
  }

  /** In a file or the like. */
  static final class Outside extends BinaryContent {
    private final Binary.Source source;

    Outside(Binary.Source source) {
      this.source = source;
    }

    @Override
    long size() {
      try {
        return source.size();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    InputStream open() {
      try {
        return source.open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    void close() {
      source.close();
    }

    @Override
    public String toString() {
      try {
        return source.size() + " bytes";
      } catch (IOException e) {
        return "gone";
      }
    }
  }

  /** What a stream will give. */
  static final class Once extends BinaryContent {
    private final InputStream stream;
    private final AtomicBoolean used = new AtomicBoolean();

    Once(InputStream stream) {
      this.stream = stream;
    }

    @Override
    long size() {
      return -1;
    }

    @Override
    boolean isRepeatable() {
      return false;
    }

    @Override
    boolean isReadable() {
      return !used.get();
    }

    @Override
    InputStream open() {
      if (used.compareAndSet(false, true)) {
        return stream;
      }
      throw new IllegalStateException("the stream was read or closed, and can be read only once");
    }

    @Override
    void close() {
      used.set(true);
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    boolean isSame(BinaryContent other) {
      return this == other;
    }

    @Override
    int hash() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return "a stream";
    }
  }
}
