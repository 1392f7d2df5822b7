package dev.farcall.testing;

import dev.farcall.TransportException;
import dev.farcall.client.RequestBody;
import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Writes every exchange into a file, from which {@link Replay} answers later.
 *
 * <pre>{@code
 * XmlRpcClient.builder(uri).aroundTransport(next -> Recorder.around(next, file)).build();
 * }</pre>
 *
 * <p>The file is UTF-8 text, made to be read, compared, and changed by hand:
 *
 * <pre>{@code
 * farcall recording 1
 *
 * call sample.add
 * POST /RPC2
 * Authorization: ***
 * Content-Type: text/xml; charset=UTF-8
 * | <?xml version="1.0" encoding="UTF-8"?>
 * + <methodCall>
 * +   <methodName>sample.add</methodName>
 * ...
 * answer 200
 * Content-Type: text/xml; charset=UTF-8
 * | <?xml version="1.0" encoding="UTF-8"?>
 * + <methodResponse>
 * ...
 * }</pre>
 *
 * <ul>
 *   <li>A line of a document begins with a bar. A plus goes on with the same line: the break and
 *       the indentation before the tag are not part of the document, so that its meaning is kept to
 *       the byte. What is not UTF-8 text, or has control characters, is base64, in lines that begin
 *       with an equals sign.
 *   <li>Documents are written without their compression, and without the headers that tell of it.
 *   <li>Headers that are secret by their name ({@code Authorization}, {@code Cookie} and what has
 *       token, key, password or the like in it) are {@code ***}. Those that are another each time
 *       ({@code Date}, the deadline) are left out, and so is the server's address. Parameters and
 *       results are written as they are, secret or not.
 *   <li>{@code failure DELIVERY PROBLEM} in place of an answer is a {@link TransportException}.
 *       {@code broken PROBLEM} or {@code timeout PROBLEM} behind an answer tells that the rest of
 *       its body did not come.
 *   <li>Exchanges stand in the order in which they ended.
 * </ul>
 *
 * <p>While it is recorded, the file has the ending {@code .part} more; {@link #close} replaces the
 * one that was there. So there is no file of a test that was ended by force. Safe for use by many
 * threads.
 */
public final class Recorder implements Transport {

  private final Transport next;
  private final RecordingWriter file;

  private Recorder(Transport next, RecordingWriter file) {
    this.next = next;
    this.file = file;
  }

  /**
   * A recorder around a transport.
   *
   * @param next carries the calls; it is closed with the recorder
   * @param file its directories are made
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static Recorder around(Transport next, Path file) {
    return new Recorder(next, RecordingWriter.to(file));
  }

  @Override
  public TransportReply send(TransportRequest original) {
    TransportRequest request = original.body().isRepeatable() ? original : inMemory(original);
    TransportReply reply;
    try {
      reply = next.send(request);
    } catch (TransportException e) {
      file.add(Exchange.of(request, Outcome.Failure.of(e)));
      throw e;
    }
    return reply.withBody(
        new RecordedBody(
            reply.body(),
            (bytes, end) -> file.add(Exchange.of(request, answer(reply, bytes, end)))));
  }

  /** A stream cannot be both sent and recorded. */
  private static TransportRequest inMemory(TransportRequest request) {
    try (InputStream body = request.body().open()) {
      return request.withBody(RequestBody.of(body.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the body of a request", e);
    }
  }

  private static Outcome answer(TransportReply reply, byte[] bytes, BodyEnd end) {
    Document plain = Document.decompressed(bytes, reply.headers());
    return plain == null
        ? new Outcome.Answer(
            reply.status(), RecordedHeaders.ofCompressed(reply.headers()), new Document(bytes), end)
        : new Outcome.Answer(reply.status(), RecordedHeaders.of(reply.headers()), plain, end);
  }

  /**
   * Puts the file in its place. A second time does nothing.
   *
   * @throws java.io.UncheckedIOException if that fails
   */
  @Override
  public void close() {
    try (next) {
      file.close();
    }
  }

  @Override
  public String toString() {
    return "Recorder to " + file + " -> " + next;
  }
}
