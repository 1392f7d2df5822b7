package dev.farcall.figures;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.farcall.testkit.CallDocuments;
import java.io.ByteArrayOutputStream;

/** What is sent, from the first byte of the head on. */
final class Requests {

  private Requests() {}

  static byte[] of(String document) {
    return of(CallDocuments.bytes(document));
  }

  static byte[] of(byte[] document) {
    return with("", document);
  }

  /** A body that is compressed already. */
  static byte[] ofZipped(byte[] zipped) {
    return with("Content-Encoding: gzip\r\n", zipped);
  }

  static byte[] zipped(String document) {
    return ofZipped(CallDocuments.gzip(CallDocuments.bytes(document), 1));
  }

  /** With headers that end in CR LF each. */
  static byte[] with(String headers, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + 256);
    all.writeBytes(head(headers, body.length));
    all.writeBytes(body);
    return all.toByteArray();
  }

  static byte[] head(String headers, int length) {
    String head =
        "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: ";
    return (head + length + "\r\n" + headers + "\r\n").getBytes(US_ASCII);
  }
}
