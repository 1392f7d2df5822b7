package dev.farcall.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The elements of DER that a certificate is made of. */
final class Der {

  private static final DateTimeFormatter GENERALIZED_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  // Where the two digits of the older form end: RFC 5280, section 4.1.2.5.
  private static final Instant END_OF_UTC_TIME = Instant.parse("2050-01-01T00:00:00Z");

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return element(0x30, concatenated(parts));
  }

  static byte[] integer(BigInteger value) {
    return element(0x02, value.toByteArray());
  }

  static byte[] yes() {
    return element(0x01, new byte[] {-1});
  }

  /** A string of bits that fill whole bytes, but for the last few. */
  static byte[] bits(int unused, byte[] bytes) {
    return element(0x03, concatenated(new byte[] {(byte) unused}, bytes));
  }

  static byte[] octets(byte[] bytes) {
    return element(0x04, bytes);
  }

  static byte[] time(Instant time) {
    boolean isOld = time.isBefore(END_OF_UTC_TIME);
    String digits = (isOld ? UTC_TIME : GENERALIZED_TIME).format(time);
    return element(isOld ? 0x17 : 0x18, digits.getBytes(StandardCharsets.US_ASCII));
  }

  /** An object identifier such as 2.5.29.17. */
  static byte[] identifier(String dotted) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] arcs = dotted.split("\\.", -1);
    bytes.write((40 * Integer.parseInt(arcs[0])) + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      writeArc(bytes, Integer.parseInt(arcs[i]));
    }
    return element(0x06, bytes.toByteArray());
  }

  private static void writeArc(ByteArrayOutputStream bytes, int arc) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if ((arc >> shift) > 0) {
        bytes.write(((arc >> shift) & 0x7f) | 0x80);
      }
    }
    bytes.write(arc & 0x7f);
  }

  /** An element with a tag of its own. */
  static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(tag);
    if (content.length > 127) {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int sign = length[0] == 0 ? 1 : 0;
      bytes.write(0x80 | (length.length - sign));
      bytes.write(length, sign, length.length - sign);
    } else {
      bytes.write(content.length);
    }
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
