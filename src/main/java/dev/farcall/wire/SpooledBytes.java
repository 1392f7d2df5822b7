package dev.farcall.wire;

import dev.farcall.Binary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Cleaner;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A part of a temporary file, written first and then read, by many at a time if need be. When
 * nobody refers to it any more it goes by itself.
 */
final class SpooledBytes extends OutputStream implements Binary.Source {

  private static final Cleaner CLEANER = Cleaner.create();

  private final Part part;
  private final Cleaner.Cleanable cleanable;
  private final long start;
  private volatile long size;

  private SpooledBytes(SpoolChannel channel) {
    start = channel.size();
    part = new Part(channel);
    cleanable = CLEANER.register(this, part);
  }

  static SpooledBytes in(SpoolChannel channel) {
    return new SpooledBytes(channel);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    part.open().append(bytes, offset, length);
    size = part.open().size() - start;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    part.open();
    return new Content();
  }

  @Override
  public void close() {
    cleanable.clean();
  }

  /** What holds the file. It does not refer to those who use it, or they would never go. */
  private static final class Part implements Runnable {
    private final SpoolChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    Part(SpoolChannel channel) {
      this.channel = channel;
      channel.addPart();
    }

    SpoolChannel open() throws IOException {
      if (closed.get()) {
        throw SpoolChannel.gone(null);
      }
      return channel;
    }

    @Override
    public void run() {
      if (closed.compareAndSet(false, true)) {
        channel.removePart();
      }
    }
  }

  /** One reading, from the first byte to the last. It keeps the part from going by itself. */
  private final class Content extends BlockStream {
    private long at;

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, target.length);
      SpoolChannel channel = part.open();
      if (at == size) {
        return length == 0 ? 0 : -1;
      }
      int wanted = (int) Math.min(length, size - at);
      int count = channel.read(target, offset, wanted, start + at);
      if (count < 0) {
        throw new IOException("the temporary file ended early");
      }
      at += count;
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = Math.max(0, Math.min(count, size - at));
      at += skipped;
      return skipped;
    }

    @Override
    public int available() {
      return (int) Math.min(size - at, Integer.MAX_VALUE);
    }
  }
}
