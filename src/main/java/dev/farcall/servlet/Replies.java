package dev.farcall.servlet;

import dev.farcall.call.Incidents;
import dev.farcall.call.PacedLog;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.ReplyStream.Compression;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Writes documents as answers of HTTP. A caller that is gone meanwhile costs one line of log. */
final class Replies {

  private final Codec codec;
  private final InternalErrors errors;
  private final Salvage salvage;
  private final PacedLog log;
  private final int bufferBytes;
  private final Duration longest;
  private final LongSupplier nanoTime;

  /**
   * Answers as these settings say.
   *
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  Replies(Codec codec, Incidents incidents, HttpSettings settings, LongSupplier nanoTime) {
    this.codec = codec;
    this.errors = new InternalErrors(incidents);
    this.salvage = new Salvage(codec, errors);
    this.log = new PacedLog(System.getLogger("dev.farcall.servlet"), nanoTime);
    this.bufferBytes = settings.responseBufferBytes();
    this.longest = Duration.ofSeconds(settings.maxReplySeconds());
    this.nanoTime = nanoTime;
  }

  /** Answers that the request is turned away. */
  void refuse(Refusal refusal, HttpServletResponse response) {
    try {
      response.setStatus(refusal.status());
      refusal.headers().forEach(response::setHeader);
      write(plain(refusal.response(), "a refusal"), response);
    } catch (IOException gone) {
      logGone("a refusal", gone);
    }
  }

  /** Answers a call. Whatever becomes of that, the streams of the answer are closed. */
  void send(Reply reply, HttpServletResponse response) {
    try {
      write(reply, response);
    } catch (RuntimeException | Error failure) {
      try {
        recover(failure, reply, response);
      } catch (IOException gone) {
        logGone(reply.what(), gone);
      } finally {
        reply.answer().closeStreams();
      }
    } catch (IOException gone) {
      reply.answer().closeStreams();
      logGone(reply.what(), gone);
    }
  }

  /** Answers a call that failed here, before there was an answer. */
  void fail(Throwable failure, String what, HttpServletResponse response) {
    send(plain(MethodResponse.of(errors.report(what, failure)), what), response);
  }

  /** An answer that need not be compressed, and has nothing of any dialect. */
  static Reply plain(MethodResponse answer, String what) {
    return new Reply(answer, Dialect.PLAIN, Compression.NONE, what, Reply.Parts.ONE);
  }

  private void write(Reply reply, HttpServletResponse response) throws IOException {
    setHeaders(response);
    MethodResponse answer = reply.answer();
    CountedResponse.entryOf(response).answered(answer);
    Dialect dialect = reply.dialect();
    try (ReplyStream out =
        new ReplyStream(
            response,
            new TimedOutput(response, longest, nanoTime),
            reply.compression(),
            bufferBytes,
            () -> codec.check(answer, dialect))) {
      codec.write(answer, dialect, out);
      out.finish();
    }
  }

  /** Answers what can still be answered after the answer could not be written. */
  private void recover(Throwable failure, Reply reply, HttpServletResponse response)
      throws IOException {
    List<?> entries = reply.entries();
    if (entries == null || failure instanceof Error || response.isCommitted()) {
      replace(failure, reply, response);
      return;
    }
    response.reset();
    try {
      write(reply.withAnswer(salvage.of(entries, reply.dialect(), reply.what())), response);
    } catch (RuntimeException | Error again) {
      replace(again, reply, response);
    }
  }

  /** Puts a fault in place of an answer that could not be written. */
  private void replace(Throwable failure, Reply reply, HttpServletResponse response)
      throws IOException {
    reply.answer().closeStreams();
    Fault fault = errors.report(reply.what(), failure);
    if (response.isCommitted()) {
      // The container breaks the connection off, so that half an answer is not taken for a whole.
      rethrow(failure);
    }
    response.reset();
    write(plain(MethodResponse.of(fault), reply.what()), response);
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private static void setHeaders(HttpServletResponse response) {
    response.setHeader("Content-Type", "text/xml; charset=UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    // Added: for pages of other origins it varies with those, too.
    response.addHeader("Vary", "Accept-Encoding");
  }

  private void logGone(String what, IOException gone) {
    log.log(
        Level.INFO,
        () -> "the caller was gone before the answer was out: " + what + " (" + gone + ")",
        null);
  }
}
