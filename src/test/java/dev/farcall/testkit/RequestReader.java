package dev.farcall.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads requests from a connection, and keeps their bytes as they came. */
final class RequestReader {

  private final InputStream in;
  private final int connection;

  /** Reads from a stream that can be marked. */
  RequestReader(InputStream in, int connection) {
    this.in = in;
    this.connection = connection;
  }

  /** Waits for a request, and reads none of it: false is the end of the connection. */
  boolean awaitOne() throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first >= 0;
  }

  ReceivedRequest read() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (copyLine(head) > 2) {}
    ReceivedRequest request =
        new ReceivedRequest(connection, head.toByteArray(), new byte[0], new byte[0]);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (!request.header("Transfer-Encoding").isEmpty()) {
      copyChunks(body, content);
    } else {
      List<String> length = request.header("Content-Length");
      byte[] bytes = exactly(length.isEmpty() ? 0 : Integer.parseInt(length.get(0)));
      body.writeBytes(bytes);
      content.writeBytes(bytes);
    }
    return new ReceivedRequest(
        connection, request.head(), body.toByteArray(), content.toByteArray());
  }

  private void copyChunks(ByteArrayOutputStream body, ByteArrayOutputStream content)
      throws IOException {
    for (int size = copySize(body); size > 0; size = copySize(body)) {
      byte[] chunk = exactly(size);
      body.writeBytes(chunk);
      content.writeBytes(chunk);
      copyLine(body);
    }
    copyLine(body);
  }

  private int copySize(ByteArrayOutputStream body) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    copyLine(line);
    body.writeBytes(line.toByteArray());
    // What may follow a semicolon are extensions.
    String size = line.toString(US_ASCII).split(";", 2)[0];
    return Integer.parseInt(size.strip(), 16);
  }

  /** Copies a line with its end, and counts its bytes. */
  private int copyLine(ByteArrayOutputStream to) throws IOException {
    int count = 0;
    int octet;
    do {
      octet = in.read();
      if (octet < 0) {
        throw new EOFException("the connection ended within a request");
      }
      to.write(octet);
      count++;
    } while (octet != '\n');
    return count;
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the connection ended within the body of a request");
    }
    return bytes;
  }
}
