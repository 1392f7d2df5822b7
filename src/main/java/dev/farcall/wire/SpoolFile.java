package dev.farcall.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The temporary file that one document needs while it is read, if it needs any. Whoever reads it
 * decides when that goes: by closing this, or else when each {@link dev.farcall.Binary} that lies
 * in it has been closed, or is not referred to any more. For use by one thread.
 */
public final class SpoolFile implements AutoCloseable {

  /** None, whatever the size. */
  static final SpoolFile NONE =
      Spool.of(SpoolSettings.defaults().withSpoolThresholdBytes(Integer.MAX_VALUE)).open();

  private final Spool spool;
  private @Nullable SpoolChannel channel;
  private List<SpooledBytes> parts = List.of();
  private long characters;

  SpoolFile(Spool spool) {
    this.spool = spool;
  }

  /** Whether so many bytes of one base64 are too many for memory. */
  boolean takes(int bytes) {
    return bytes > spool.settings().spoolThresholdBytes();
  }

  /** A part behind the others, with nothing in it. The others grow no more. */
  SpooledBytes append() throws IOException {
    if (channel == null) {
      channel = SpoolChannel.in(spool);
      parts = new ArrayList<>();
    }
    SpooledBytes part = SpooledBytes.in(channel);
    parts.add(part);
    return part;
  }

  /** Counts characters of the document that are kept nowhere but here, decoded. */
  void wentThrough(long count) {
    characters += count;
  }

  /** How many characters of the document are kept nowhere but here, decoded. */
  public long characters() {
    return characters;
  }

  /** Removes the file. A second time does nothing. */
  @Override
  public void close() {
    parts.forEach(SpooledBytes::close);
    parts = List.of();
    channel = null;
  }
}
