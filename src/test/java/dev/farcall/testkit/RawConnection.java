package dev.farcall.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A socket that speaks HTTP/1 exactly as a test tells it, wrong if need be. */
public final class RawConnection implements Closeable {

  private final Socket socket;
  private final InputStream in;

  /** Speaks over this socket. */
  public RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends text, each line of which ends in CR LF in place of LF. */
  public RawConnection send(String text) throws IOException {
    return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends bytes. */
  public RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Says that nothing more will be sent. */
  public RawConnection endOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Receives an answer, the body included. */
  public Reply receive() throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    return new Reply(status, headers, status == 100 ? new byte[0] : body(headers));
  }

  /** Receives the head of an answer that has no body; gives its status line. */
  public String receiveHead() throws IOException {
    String statusLine = line();
    while (!line().isEmpty()) {
      // None of the headers is asked for.
    }
    return statusLine;
  }

  /** Whether something of an answer has come, or comes within a time. */
  public boolean isAnsweredWithin(int millis) throws IOException {
    int usual = socket.getSoTimeout();
    socket.setSoTimeout(millis);
    in.mark(1);
    try {
      return in.read() >= 0;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      in.reset();
      socket.setSoTimeout(usual);
    }
  }

  /** Whether the other side has closed the connection, once all it sent was received. */
  public boolean isAtEnd() throws IOException {
    return in.read() < 0;
  }

  /** Breaks the connection off, so that the other side notices at its next write. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return chunks();
    }
    String length = headers.get("Content-Length");
    return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the answer ended after " + bytes.length + " of " + count + " bytes");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the connection ended");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param headers by name in any case; those sent twice are joined
   * @param body without chunks
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final Pattern FAULT =
        Pattern.compile("<name>faultCode</name><value><int>(-?[0-9]+)</int>");

    /** The value of a header, or an empty list when it was not sent. */
    public List<String> header(String name) {
      String value = headers.get(name);
      return value == null ? List.of() : List.of(value);
    }

    /**
     * The status, with the code of the fault in the body, or {@code answered}, if it is a document
     * of XML-RPC.
     */
    public String summary() {
      String text = text();
      Matcher fault = FAULT.matcher(text);
      if (fault.find()) {
        return status + " " + fault.group(1);
      }
      return status + (text.contains("<methodResponse><params>") ? " answered" : "");
    }

    /** The body as text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
