package dev.farcall.servlet;

import dev.farcall.wire.SpoolFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where one document lies while its call lasts. For use by one thread. */
final class Room implements AutoCloseable {

  /** So that a small document, which nearly all are, costs nothing. */
  private static final long FREE = 64 << 10;

  private final Rooms rooms;
  private final SpoolFile file;
  private final Supplier<String> caller;
  private @Nullable String holder;
  private long held;

  Room(Rooms rooms, SpoolFile file, Supplier<String> caller) {
    this.rooms = rooms;
    this.file = file;
    this.caller = caller;
  }

  /** What is too long for memory. */
  SpoolFile file() {
    return file;
  }

  /** A document that is counted while it is read, but for what goes into the file. */
  InputStream counting(InputStream document) {
    return new Counting(document);
  }

  /** Gives the room back. A second time does nothing. */
  @Override
  public void close() {
    try {
      file.close();
    } finally {
      if (holder != null) {
        rooms.release(holder, held);
        holder = null;
        held = 0;
      }
    }
  }

  private void hold(long read) throws BusyException {
    long more = read - file.characters() - FREE - held;
    // A whole piece at a time: all calls count with one number.
    if (more > 0) {
      // The same to the end, though somebody may log in meanwhile.
      String name = holder == null ? caller.get() : holder;
      rooms.hold(name, held, more + FREE);
      holder = name;
      held += more + FREE;
    }
  }

  private final class Counting extends FilterInputStream {
    private long read;

    Counting(InputStream document) {
      super(document);
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      if (octet >= 0) {
        hold(++read);
      }
      return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        read += count;
        hold(read);
      }
      return count;
    }
  }
}
