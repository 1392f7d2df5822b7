package dev.farcall.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What is sent. */
final class Requests {

  private Requests() {}

  /** A call that takes so long; headers besides the usual ones end in CR LF each. */
  static byte[] sleep(int millis, String headers) {
    String body =
        "<methodCall><methodName>load.sleep</methodName><params><param><value><int>%d</int></value></param></params></methodCall>"
            .formatted(millis);
    return (head(body.length()) + headers + "\r\n" + body).getBytes(US_ASCII);
  }

  /** The head of a call up to its end, which is missing. */
  static String head(int length) {
    return "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n"
        .formatted(length);
  }
}
