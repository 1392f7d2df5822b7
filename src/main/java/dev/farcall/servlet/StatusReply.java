package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is another one each time, which nobody keeps.
 *
 * @param status of HTTP
 * @param contentType with its charset
 * @param body before it is compressed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StatusReply(int status, String contentType, byte[] body) {

  private static final int WORTH_COMPRESSING = 1024;

  /** A line of plain text, without an end. */
  static StatusReply text(int status, String line) {
    return of(status, "text/plain; charset=UTF-8", line);
  }

  static StatusReply of(int status, String contentType, String text) {
    return new StatusReply(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageHeaders.set(response);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Content-Type", contentType);
    response.setStatus(status);
    byte[] sent = body;
    if (body.length >= WORTH_COMPRESSING && acceptsGzip(request)) {
      response.setHeader("Content-Encoding", "gzip");
      sent = gzipped();
    }
    response.setContentLength(sent.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(sent);
    }
  }

  private static boolean acceptsGzip(HttpServletRequest request) {
    return AcceptEncoding.allowsGzip(Collections.list(request.getHeaders("Accept-Encoding")));
  }

  private byte[] gzipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }
}
