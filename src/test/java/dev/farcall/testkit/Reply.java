package dev.farcall.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ScriptedServer} does with one request: the bytes it sends, how fast, and what
 * becomes of the connection. Immutable; each method makes another one. What changes the head or the
 * body comes first, what is done to the bytes comes last.
 *
 * <pre>{@code
 * Reply.status(500).header("Content-Type", "text/html").body("<h1>Sorry</h1>")
 * Reply.xml("<methodResponse>...").cutBodyAfter(5)
 * Reply.status(200).chunked("<methodResponse>", "...").dribbled(pace)
 * }</pre>
 */
public final class Reply {

  /** What becomes of the connection after the last byte. */
  enum Ending {
    /** It is there for the next request. */
    KEPT,
    /** Closed in an orderly way. */
    CLOSED,
    /** Ended without the farewell that TLS wants. */
    CUT,
    /** Broken off, so that the other side gets an error. */
    RESET,
    /** Held without another byte until the other side or the test closes it. */
    HELD,
    /** Broken off when a request comes, without reading it. */
    UNREAD
  }

  private final String head;
  private final byte[] body;
  private final byte[] forEver;
  private final @Nullable Pace pace;
  private final Ending ending;

  private Reply(String head, byte[] body, byte[] forEver, @Nullable Pace pace, Ending ending) {
    this.head = head;
    this.body = body;
    this.forEver = forEver;
    this.pace = pace;
    this.ending = ending;
  }

  /** An answer with this status, and without a body. */
  public static Reply status(int status) {
    String head = "HTTP/1.1 " + status + " Scripted\r\n";
    return new Reply(head, new byte[0], new byte[0], null, Ending.KEPT);
  }

  /** A document as an XML-RPC server sends it: status 200, text/xml, UTF-8. */
  public static Reply xml(String document) {
    return status(200).header("Content-Type", "text/xml").body(document);
  }

  /** These bytes and nothing else; then the connection is closed. */
  public static Reply raw(byte[] bytes) {
    return new Reply("", bytes.clone(), new byte[0], null, Ending.CLOSED);
  }

  /** This text in UTF-8 and nothing else, line ends as they are; then the connection is closed. */
  public static Reply raw(String text) {
    return raw(bytes(text));
  }

  /** Reads the request, and never says anything. */
  public static Reply hang() {
    return raw("").with(Ending.HELD);
  }

  /** Reads the request, and closes the connection without an answer. */
  public static Reply unanswered() {
    return raw("");
  }

  /** Breaks the connection off when the request comes, without reading it. */
  public static Reply unread() {
    return raw("").with(Ending.UNREAD);
  }

  /** With a header. A Content-Length of its own takes the place of the right one. */
  public Reply header(String name, String value) {
    return new Reply(head + name + ": " + value + "\r\n", body, forEver, pace, ending);
  }

  /** With this body in UTF-8. */
  public Reply body(String text) {
    return body(bytes(text));
  }

  /** With this body. */
  public Reply body(byte[] bytes) {
    return new Reply(head, bytes.clone(), forEver, pace, ending);
  }

  /** With a body of these chunks. */
  public Reply chunked(String... pieces) {
    StringBuilder chunks = new StringBuilder();
    for (String piece : pieces) {
      String size = Integer.toHexString(bytes(piece).length);
      chunks.append(size).append("\r\n").append(piece).append("\r\n");
    }
    return header("Transfer-Encoding", "chunked").body(chunks.append("0\r\n\r\n").toString());
  }

  /** Without a length of the body, the end of which is that of the connection. */
  public Reply endingWithTheConnection() {
    return raw(unmeasured());
  }

  /** With these bytes behind it, again and again, until the other side closes the connection. */
  public Reply endless(String more) {
    byte[] many = bytes(more.repeat(Math.max(1, 8192 / more.length())));
    return new Reply("", unmeasured(), many, pace, Ending.CLOSED);
  }

  /** The same with bytes that are no text. */
  public Reply endless(byte[] more) {
    return new Reply("", unmeasured(), more.clone(), pace, Ending.CLOSED);
  }

  /** Only the first bytes of it all; then the connection ends, without a farewell in TLS. */
  public Reply cutAfter(int count) {
    return new Reply("", Arrays.copyOf(bytes(), count), new byte[0], pace, Ending.CUT);
  }

  /** Only the head and the first bytes of the body; then as {@link #cutAfter}. */
  public Reply cutBodyAfter(int count) {
    return cutAfter(bytes().length - body.length + count);
  }

  /** Only the first bytes of it all, and then nothing until the connection is closed. */
  public Reply hangAfter(int count) {
    return cutAfter(count).with(Ending.HELD);
  }

  /** Only the head and the first bytes of the body; then as {@link #hangAfter}. */
  public Reply hangBodyAfter(int count) {
    return cutBodyAfter(count).with(Ending.HELD);
  }

  /** Byte by byte, as the pace allows. */
  public Reply dribbled(Pace atThis) {
    return new Reply(head, body, forEver, atThis, ending);
  }

  /** And then the connection is closed, which the headers do not say. */
  public Reply closing() {
    return with(Ending.CLOSED);
  }

  /** And then the connection is broken off: the other side gets an error when it reads on. */
  public Reply resetting() {
    return with(Ending.RESET);
  }

  /** And then the connection is there for the next request, also behind {@link #raw}. */
  public Reply keepingAlive() {
    return with(Ending.KEPT);
  }

  /** All that is sent, but for what is endless. */
  byte[] bytes() {
    return joined(measuredHead(), body);
  }

  byte[] forEver() {
    return forEver;
  }

  @Nullable Pace pace() {
    return pace;
  }

  Ending ending() {
    return ending;
  }

  private Reply with(Ending other) {
    return new Reply(head, body, forEver, pace, other);
  }

  private byte[] unmeasured() {
    return joined(head.isEmpty() ? "" : head + "\r\n", body);
  }

  private String measuredHead() {
    if (head.isEmpty()) {
      return "";
    }
    String names = head.toLowerCase(Locale.ROOT);
    boolean isMeasured =
        names.contains("\ncontent-length:") || names.contains("\ntransfer-encoding:");
    return head + (isMeasured ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
  }

  private static byte[] joined(String head, byte[] body) {
    byte[] start = bytes(head);
    byte[] all = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
