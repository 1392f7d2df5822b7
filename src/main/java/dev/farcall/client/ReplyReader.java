package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.FaultCode;
import dev.farcall.ProtocolError;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import dev.farcall.call.PrintableText;
import dev.farcall.call.UnprocessedHeader;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Bodies;
import dev.farcall.wire.BodyTooLargeException;
import dev.farcall.wire.Codec;
import dev.farcall.wire.CorruptBodyException;
import dev.farcall.wire.MediaType;
import dev.farcall.wire.Spool;
import dev.farcall.wire.SpoolFile;
import dev.farcall.wire.WireLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers. What is a methodResponse with a fault is one whatever its status; what is not a
 * methodResponse is a {@link ProtocolError} if the status or a page for people says so, and a
 * {@link WireException} if it should have been one.
 */
final class ReplyReader {

  /** A client asks for what it gets, so that it may be more than a server takes from anybody. */
  static final WireLimits LIMITS =
      WireLimits.defaults()
          .withMaxDocumentBytes(64L << 20)
          .withMaxValues(1_000_000)
          .withMaxMembers(100_000);

  private static final int LONGEST_TYPE = 80;

  private final Codec codec;
  private final Spool spool;
  private final long maxBytes;

  /**
   * A reader of answers.
   *
   * @param spool where long base64 goes, until its Binary is closed
   * @param maxBytes of an answer, compressed or not
   */
  ReplyReader(Codec codec, Spool spool, long maxBytes) {
    this.codec = codec;
    this.spool = spool;
    this.maxBytes = maxBytes;
  }

  MethodResponse read(TransportReply reply, URI uri) {
    try (InputStream body = decoded(reply);
        BodyHead head = new BodyHead(body)) {
      return read(reply, head, uri);
    } catch (BodyTooLargeException e) {
      throw new WireException(FaultCode.LIMIT_EXCEEDED, message(e), -1, -1, e);
    } catch (CorruptBodyException e) {
      throw new WireException(FaultCode.NOT_WELL_FORMED, message(e), -1, -1, e);
    } catch (IOException e) {
      throw broken(uri, e);
    }
  }

  private MethodResponse read(TransportReply reply, BodyHead body, URI uri) throws IOException {
    SpoolFile file = spool.open();
    try {
      return read(reply, body, file, uri);
    } catch (IOException | RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private MethodResponse read(TransportReply reply, BodyHead body, SpoolFile file, URI uri)
      throws IOException {
    try {
      MethodResponse response = codec.readResponse(body, charset(reply), file);
      if (isUnprocessed(reply)) {
        throw error(reply, body, uri, Delivery.REFUSED, "refused the call unprocessed", null);
      } else if (!isSuccess(reply) && response.fault().isEmpty()) {
        throw error(reply, body, uri, Delivery.UNKNOWN, "gave a value none the less", null);
      }
      return response;
    } catch (WireException | BodyTooLargeException | CorruptBodyException e) {
      if (isSuccess(reply) && !body.isHtml()) {
        throw e;
      }
      Delivery delivery = isUnprocessed(reply) ? Delivery.REFUSED : Delivery.UNKNOWN;
      throw error(reply, body, uri, delivery, whatInstead(reply, body), e);
    }
  }

  private InputStream decoded(TransportReply reply) throws IOException {
    String coding = reply.header("Content-Encoding").orElse(null);
    if (!Bodies.isSupported(coding)) {
      if (!isSuccess(reply)) {
        // The status says enough, whatever the body says.
        return Bodies.capped(reply.body(), maxBytes, "max-document-bytes");
      }
      throw new WireException(
          FaultCode.UNSUPPORTED_ENCODING, "the answer has a Content-Encoding nobody asked for");
    }
    return Bodies.decoded(coding, Bodies.capped(reply.body(), maxBytes, "max-document-bytes"));
  }

  private static @Nullable String charset(TransportReply reply) {
    return reply.header("Content-Type").map(MediaType::parse).map(MediaType::charset).orElse(null);
  }

  private static boolean isSuccess(TransportReply reply) {
    return reply.status() / 100 == 2;
  }

  private static boolean isUnprocessed(TransportReply reply) {
    return (reply.status() == 503 || reply.status() == 429)
        && reply.header(UnprocessedHeader.NAME).isPresent();
  }

  private static ProtocolError error(
      TransportReply reply,
      BodyHead body,
      URI uri,
      Delivery delivery,
      String what,
      @Nullable Exception cause) {
    return new ProtocolError(
        Addresses.shown(uri),
        delivery,
        "answered with status " + reply.status() + " and " + what + StatusAdvice.of(reply.status()),
        reply.status(),
        reply.headers(),
        body.text(),
        cause);
  }

  private static String whatInstead(TransportReply reply, BodyHead body) {
    if (body.isHtml()) {
      return "an HTML page";
    }
    String type =
        reply.header("Content-Type").map(MediaType::parse).map(MediaType::type).orElse("");
    return type.isEmpty() || body.text().isEmpty()
        ? "no methodResponse"
        : "no methodResponse but " + PrintableText.of(type, LONGEST_TYPE);
  }

  private static TransportException broken(URI uri, IOException failure) {
    String problem =
        failure instanceof InterruptedIOException
            ? message(failure)
            : "the connection broke while the answer was read";
    return new TransportException(Addresses.shown(uri), Delivery.UNKNOWN, problem, failure);
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
