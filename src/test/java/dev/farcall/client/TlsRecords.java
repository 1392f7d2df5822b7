package dev.farcall.client;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** What can be told of a connection of TLS without its keys: RFC 8446, section 5.1. */
final class TlsRecords {

  private static final int APPLICATION_DATA = 23;

  /** An alert, or the end of a handshake, which TLS 1.3 hides among the data. */
  private static final int LONGEST_OF_THE_PROTOCOL = 80;

  private TlsRecords() {}

  /** How many bytes of these that a client sent may be of what is spoken over TLS. */
  static int bytesOfCalls(byte... sent) throws IOException {
    DataInputStream records = new DataInputStream(new ByteArrayInputStream(sent));
    int bytes = 0;
    for (int type = records.read(); type >= 0; type = records.read()) {
      records.skipNBytes(2);
      int length = records.readUnsignedShort();
      records.skipNBytes(length);
      if (type == APPLICATION_DATA && length > LONGEST_OF_THE_PROTOCOL) {
        bytes += length;
      }
    }
    return bytes;
  }
}
