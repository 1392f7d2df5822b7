package dev.farcall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Bytes, XML-RPC's {@code base64}: in memory, in a file, or still to come from a stream. Immutable
 * but for a stream, which is read once.
 *
 * <p>One that was received is in memory when it is short, and in a temporary file when it is long;
 * the file is there until {@link #close}, or until nobody refers to this any more. On a server it
 * goes when the call has been answered, closed or not.
 *
 * <p>Two are equal when they hold the same bytes, which are read for that if they lie in files; one
 * of a stream equals itself only. Safe for use by many threads.
 */
public final class Binary implements AutoCloseable {

  private final BinaryContent content;

  private Binary(BinaryContent content) {
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Binary of(byte[] bytes) {
    return new Binary(new BinaryContent.Memory(bytes.clone()));
  }

  /**
   * These very bytes, without a copy. The caller gives the array away and must not change it any
   * more.
   */
  public static Binary wrap(byte[] bytes) {
    return new Binary(new BinaryContent.Memory(bytes));
  }

  /** The bytes of a file, which is opened each time they are read. It is to stay as it is. */
  public static Binary of(Path file) {
    return new Binary(new BinaryContent.Outside(new FileSource(file)));
  }

  /** The bytes that this gives, each time they are read. */
  public static Binary of(Source source) {
    return new Binary(new BinaryContent.Outside(source));
  }

  /**
   * What is left in a stream. It is read once, when this is written into a document, and closed
   * behind that.
   */
  public static Binary of(InputStream stream) {
    return new Binary(new BinaryContent.Once(stream));
  }

  /**
   * How many bytes these are; -1 for those of a stream, which nobody has counted.
   *
   * @throws UncheckedIOException if a file cannot be asked
   */
  public long size() {
    return content.size();
  }

  /** Whether the bytes can be read any number of times: all but those of a stream. */
  public boolean isRepeatable() {
    return content.isRepeatable();
  }

  /** Whether {@link #openStream} has bytes to give: not those of a stream a second time. */
  public boolean isReadable() {
    return content.isReadable();
  }

  /**
   * A copy of the bytes.
   *
   * @throws UncheckedIOException if they cannot be read
   * @throws OutOfMemoryError if they are too many for an array
   * @throws IllegalStateException if they were those of a stream, and have been read
   */
  public byte[] toByteArray() {
    return content.toByteArray();
  }

  /**
   * A new stream over the bytes, from the first; of a stream, that itself. It is to be closed,
   * unless the bytes are in memory.
   *
   * @throws UncheckedIOException if a file cannot be opened
   * @throws IllegalStateException if they were those of a stream, and have been read
   */
  public InputStream openStream() {
    return content.open();
  }

  /**
   * Removes the temporary file, or closes the stream, that the bytes lie in. It does nothing to
   * those in memory, or in a file of yours. A second time does nothing.
   */
  @Override
  public void close() {
    content.close();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Binary that && content.isSame(that.content));
  }

  @Override
  public int hashCode() {
    return content.hash();
  }

  /** {@code Binary[12 bytes]}; never the content. */
  @Override
  public String toString() {
    return "Binary[" + content + "]";
  }

  /** Where bytes lie that are not in memory. Safe for use by many threads. */
  public interface Source {
    /** How many bytes there are. */
    long size() throws IOException;

    /** A new stream over all of them. */
    InputStream open() throws IOException;

    /** Lets go of them. Nothing by default. */
    default void close() {}
  }
}
