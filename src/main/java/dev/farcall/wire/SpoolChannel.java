package dev.farcall.wire;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file, which is there for as long as one of its parts is. Parts are added and written
 * by one thread, before others read them.
 */
final class SpoolChannel {

  // The JDK keeps a buffer outside of the heap for each thread, as large as the largest piece.
  private static final Logger LOG = System.getLogger("dev.farcall.wire");
  private static final int PIECE = 1 << 16;

  private final Spool spool;
  private final FileChannel channel;
  private final AtomicInteger parts = new AtomicInteger();
  private volatile long size;

  private SpoolChannel(Spool spool, FileChannel channel) {
    this.spool = spool;
    this.channel = channel;
  }

  static SpoolChannel in(Spool spool) throws IOException {
    return new SpoolChannel(spool, spool.newFile());
  }

  /** Where the next byte will be. */
  long size() {
    return size;
  }

  void append(byte[] bytes, int offset, int length) throws IOException {
    spool.reserve(length);
    long end = size + length;
    size = end;
    // By pieces: the JDK keeps a buffer outside of the heap, for each thread, as long as the
    // longest.
    for (int written = 0; written < length; ) {
      long at = end - length + written;
      ByteBuffer piece =
          ByteBuffer.wrap(bytes, offset + written, Math.min(PIECE, length - written));
      written += uninterrupted(() -> channel.write(piece, at));
    }
  }

  int read(byte[] target, int offset, int length, long at) throws IOException {
    ByteBuffer piece = ByteBuffer.wrap(target, offset, Math.min(length, PIECE));
    return uninterrupted(() -> channel.read(piece, at));
  }

  void addPart() {
    parts.incrementAndGet();
  }

  void removePart() {
    if (parts.decrementAndGet() == 0) {
      try {
        channel.close();
      } catch (IOException e) {
        // It has no name, and the system takes it back in any case: no call is to fail for it.
        LOG.log(Level.WARNING, "a temporary file did not close", e);
      } finally {
        spool.free(size);
      }
    }
  }

  /** An interrupt closes a channel, and this one is all that is left of its file. */
  private static int uninterrupted(Access access) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return access.run();
    } catch (ClosedChannelException e) {
      throw gone(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static IOException gone(@Nullable Throwable cause) {
    return new IOException(
        "the temporary file is gone, since its call has ended, or it was closed", cause);
  }

  private interface Access {
    int run() throws IOException;
  }
}
