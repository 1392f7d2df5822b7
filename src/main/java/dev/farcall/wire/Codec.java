package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.WireException;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import jakarta.xml.bind.JAXBContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLInputFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes both documents. Made once; safe for use by many threads.
 *
 * <p>Streams are not closed. What a stream throws passes through as it is; a document that cannot
 * be read or written is a {@link WireException}. A {@link dev.farcall.Binary} that is written is
 * read as it goes, and its stream is closed, if it is one of a stream.
 *
 * <pre>{@code
 * Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
 * ReceivedCall received = codec.readCall(in, null);
 * codec.write(MethodResponse.of(5), Dialect.PLAIN, out);
 * }</pre>
 */
public final class Codec {

  private final boolean lenient;
  private final Pool<DocumentReader> readers;
  private final Pool<DocumentWriter> writers;

  private Codec(WireLimits limits, Reading reading) {
    JAXBContext context = XmlFactories.jaxbContext();
    XMLInputFactory parsers = XmlFactories.inputFactory(limits);
    lenient = reading == Reading.LENIENT;
    readers = new Pool<>(() -> new DocumentReader(context, parsers, limits, reading));
    writers = new Pool<>(() -> new DocumentWriter(context, limits.maxDepth()));
  }

  /** A codec that reads within these limits, with as much good will as that. */
  public static Codec of(WireLimits limits, Reading reading) {
    return new Codec(limits, reading);
  }

  /**
   * Reads a methodCall to the end of the stream, all of it into memory.
   *
   * @param charset the charset parameter of the Content-Type, or null
   * @throws WireException if it is none, or beyond a limit
   * @throws BodyTooLargeException if it has more bytes than {@link WireLimits#maxDocumentBytes}
   * @throws IOException from the stream, as it is
   */
  public ReceivedCall readCall(InputStream in, @Nullable String charset) throws IOException {
    return readCall(in, charset, SpoolFile.NONE);
  }

  /**
   * Reads a methodCall to the end of the stream, and puts long base64 into a file.
   *
   * @param charset the charset parameter of the Content-Type, or null
   * @param spool to be closed by the caller, when this fails or the call has been answered
   * @throws WireException if it is none, or beyond a limit
   * @throws BodyTooLargeException if it has more bytes than {@link WireLimits#maxDocumentBytes}
   * @throws IOException from the stream, as it is
   */
  public ReceivedCall readCall(InputStream in, @Nullable String charset, SpoolFile spool)
      throws IOException {
    DocumentReader.Document document = read(in, charset, Place.CALL, spool);
    return new ReceivedCall((MethodCall) document.root(), document.apacheExtensions());
  }

  /**
   * Reads a methodResponse to the end of the stream, all of it into memory.
   *
   * @param charset the charset parameter of the Content-Type, or null
   * @throws WireException if it is none, or beyond a limit
   * @throws BodyTooLargeException if it has more bytes than {@link WireLimits#maxDocumentBytes}
   * @throws IOException from the stream, as it is
   */
  public MethodResponse readResponse(InputStream in, @Nullable String charset) throws IOException {
    return readResponse(in, charset, SpoolFile.NONE);
  }

  /**
   * Reads a methodResponse to the end of the stream, and puts long base64 into a file.
   *
   * @param charset the charset parameter of the Content-Type, or null
   * @param spool to be closed by the caller when this fails, or when the response is of no use any
   *     more
   * @throws WireException if it is none, or beyond a limit
   * @throws BodyTooLargeException if it has more bytes than {@link WireLimits#maxDocumentBytes}
   * @throws IOException from the stream, as it is
   */
  public MethodResponse readResponse(InputStream in, @Nullable String charset, SpoolFile spool)
      throws IOException {
    MethodResponse response = (MethodResponse) read(in, charset, Place.RESPONSE, spool).root();
    if (response.fault().isPresent()) {
      checkFault(response.fault().get());
    }
    // In lenient reading there may be more than one param.
    return response.params().size() > 1 ? MethodResponse.of(response.params()) : response;
  }

  /**
   * Writes a methodCall.
   *
   * @throws WireException if a value cannot be written in this dialect; part of the document may
   *     have been written by then
   */
  public void write(MethodCall call, Dialect dialect, OutputStream out) throws IOException {
    writeDocument(call, dialect, out);
  }

  /**
   * Writes a methodResponse.
   *
   * @throws WireException if a value cannot be written in this dialect; part of the document may
   *     have been written by then, unless {@link #check} has passed
   */
  public void write(MethodResponse response, Dialect dialect, OutputStream out) throws IOException {
    writeDocument(response, dialect, out);
  }

  /**
   * Finds out whether a response can be written without writing it, for a response too large to
   * keep back until it is complete. It reads no bytes of a {@link dev.farcall.Binary}.
   *
   * @throws WireException if {@link #write} would throw one, but for bytes that cannot be read
   */
  public void check(MethodResponse response, Dialect dialect) {
    DocumentWriter writer = writers.take();
    writer.check(response, dialect, BinaryOutput.NONE);
    writers.giveBack(writer);
  }

  /**
   * Prepares a methodCall to be sent, without what is long in memory.
   *
   * @throws WireException if a value cannot be written in this dialect
   */
  public EncodedDocument encode(MethodCall call, Dialect dialect) {
    DocumentWriter writer = writers.take();
    EncodedDocument document = writer.encode(call, dialect);
    writers.giveBack(writer);
    return document;
  }

  private DocumentReader.Document read(
      InputStream in, @Nullable String charset, Place root, SpoolFile spool) throws IOException {
    DocumentReader reader = readers.take();
    DocumentReader.Document document = reader.read(in, charset, root, spool);
    readers.giveBack(reader);
    return document;
  }

  private void writeDocument(Object document, Dialect dialect, OutputStream out)
      throws IOException {
    DocumentWriter writer = writers.take();
    writer.write(document, dialect, out);
    writers.giveBack(writer);
  }

  private void checkFault(Fault fault) {
    Struct members = fault.members();
    boolean complete = members.containsKey("faultCode") && members.containsKey("faultString");
    if (!complete && !lenient) {
      throw new WireException(
          FaultCode.INVALID_REQUEST, "fault without a faultCode and a faultString");
    }
  }
}
