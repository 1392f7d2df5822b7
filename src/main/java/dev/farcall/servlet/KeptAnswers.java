package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.ReplyStream.Compression;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Turns answers into what a store keeps, and back: XML, so that it does not change with what a
 * handler does to its objects later, has a size, and can be kept elsewhere.
 */
final class KeptAnswers {

  private final Codec codec;
  private final Dialect dialect;
  private final InternalErrors errors;
  private final Salvage salvage;
  private final int mostBytes;

  /**
   * For answers to calls that are read within these limits.
   *
   * @param dialect that has all that may be answered
   * @param mostBytes of one answer
   */
  KeptAnswers(WireLimits limits, Dialect dialect, InternalErrors errors, int mostBytes) {
    // What was written here is read again, whatever callers may send.
    this.codec = Codec.of(unlimited(limits), Reading.LENIENT);
    this.dialect = dialect;
    this.errors = errors;
    this.salvage = new Salvage(codec, errors);
    this.mostBytes = mostBytes;
  }

  private static WireLimits unlimited(WireLimits limits) {
    return limits
        .withMaxDocumentBytes(Long.MAX_VALUE)
        .withMaxValues(Integer.MAX_VALUE)
        .withMaxMembers(Integer.MAX_VALUE)
        .withMaxMemberNameChars(Integer.MAX_VALUE);
  }

  /**
   * An answer, with the document to keep. One that cannot be written is replaced here, since
   * otherwise it would be replaced for each caller anew, by something else each time.
   *
   * @param method that was called
   * @param what this answers, in words fit for a log
   */
  Kept keep(MethodResponse answer, String method, String what) {
    if (!answer.isRepeatable()) {
      return new Kept(
          answer,
          note(
              FaultCode.LIMIT_EXCEEDED,
              "the call was run when it was first sent, but its answer was a stream, which is not kept"));
    }
    try {
      return new Kept(answer, document(answer));
    } catch (RuntimeException | Error failure) {
      return keepInstead(instead(answer, method, what, failure), what);
    }
  }

  private Kept keepInstead(MethodResponse answer, String what) {
    try {
      return new Kept(answer, document(answer));
    } catch (RuntimeException | Error again) {
      MethodResponse fault = MethodResponse.of(errors.report(what, again));
      return new Kept(fault, document(fault));
    }
  }

  /** What to keep of a call that was begun, and came to no answer. */
  byte[] lost() {
    return note(
        FaultCode.INTERNAL_ERROR,
        "the call was begun when it was first sent, and came to no answer; nobody knows what it"
            + " did");
  }

  /** The answer of a document. */
  MethodResponse read(byte[] document, String what) {
    try {
      return codec.readResponse(new ByteArrayInputStream(document), null);
    } catch (IOException | RuntimeException e) {
      return MethodResponse.of(errors.report("the kept answer to " + what, e));
    }
  }

  private MethodResponse instead(
      MethodResponse answer, String method, String what, Throwable failure) {
    Reply reply = new Reply(answer, dialect, Compression.NONE, what, Reply.Parts.of(method));
    List<?> entries = reply.entries();
    return entries == null || failure instanceof Error
        ? MethodResponse.of(errors.report(what, failure))
        : salvage.of(entries, dialect, what);
  }

  private byte[] document(MethodResponse answer) {
    CappedBuffer buffer = new CappedBuffer(mostBytes);
    try {
      codec.write(answer, dialect, buffer);
      return buffer.toByteArray();
    } catch (IOException tooLong) {
      return note(FaultCode.LIMIT_EXCEEDED, String.valueOf(tooLong.getMessage()));
    }
  }

  private byte[] note(FaultCode code, String text) {
    CappedBuffer buffer = new CappedBuffer(Integer.MAX_VALUE);
    try {
      codec.write(MethodResponse.of(Fault.of(code, text)), dialect, buffer);
      return buffer.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory failed", e);
    }
  }

  /**
   * An answer as it is sent, and as it is kept.
   *
   * @param document a methodResponse as XML
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Kept(MethodResponse answer, byte[] document) {}

  /** Takes no more bytes than it may. */
  private static final class CappedBuffer extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final int most;

    CappedBuffer(int most) {
      this.most = most;
    }

    @Override
    public void write(int octet) throws IOException {
      require(1);
      bytes.write(octet);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      require(length);
      bytes.write(source, offset, length);
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }

    private void require(int more) throws IOException {
      if (more > most - bytes.size()) {
        throw new IOException(
            "the call was run when it was first sent, but its answer of more than "
                + most
                + " bytes was not kept (a 16th of setting idempotency-bytes)");
      }
    }
  }
}
