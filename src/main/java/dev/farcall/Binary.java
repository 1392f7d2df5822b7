package dev.farcall;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Bytes, XML-RPC's {@code base64}. Immutable.
 *
 * <p>Two are equal when they hold the same bytes.
 */
public final class Binary {

  private final byte[] bytes;

  private Binary(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  public static Binary of(byte[] bytes) {
    return new Binary(bytes.clone());
  }

  /**
   * These very bytes, without a copy. The caller gives the array away and must not change it any
   * more.
   */
  public static Binary wrap(byte[] bytes) {
    return new Binary(bytes);
  }

  /** How many bytes these are. */
  public long size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** A new stream over the bytes, from the first. It need not be closed. */
  public InputStream openStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** {@code Binary[12 bytes]}; never the content. */
  @Override
  public String toString() {
    return "Binary[" + bytes.length + " bytes]";
  }
}
