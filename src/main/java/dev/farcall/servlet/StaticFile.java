package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of a page, in memory as it is sent: nothing is left to do for a request but to choose.
 *
 * @param contentType with its charset
 * @param bytes of the file
 * @param gzipped the same compressed
 * @param tag of this very content, for the header ETag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StaticFile(String contentType, byte[] bytes, byte[] gzipped, String tag) {

  static StaticFile of(String name, byte[] bytes) {
    return new StaticFile(contentType(name), bytes, gzip(bytes), tag(bytes));
  }

  /** Sends it, or only that the browser has it already. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageHeaders.set(response);
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    if (isKnown(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    boolean compressed =
        AcceptEncoding.allowsGzip(Collections.list(request.getHeaders("Accept-Encoding")));
    byte[] body = compressed ? gzipped : bytes;
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setHeader("Content-Type", contentType);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private boolean isKnown(@Nullable String known) {
    // A cache that compresses by itself says so in front of the tag.
    return known != null && (known.contains(tag) || known.equals("*"));
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=UTF-8";
      case "css" -> "text/css; charset=UTF-8";
      case "js" -> "text/javascript; charset=UTF-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no page has a file like " + name);
    };
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return gzipped.toByteArray();
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
