package dev.farcall.client;

import dev.farcall.TransportException;

/** Writes every request before it is sent, and every reply when it has been read. */
record Verbose(Transcript transcript, Transport next) implements Transport {

  @Override
  public TransportReply send(TransportRequest request) {
    if (!transcript.isWanted()) {
      return next.send(request);
    }
    transcript.write(ExchangeText.of(request));
    TransportReply reply = sent(request);
    return reply.withBody(
        new CapturedBody(reply.body(), start -> transcript.write(ExchangeText.of(reply, start))));
  }

  private TransportReply sent(TransportRequest request) {
    try {
      return next.send(request);
    } catch (TransportException e) {
      transcript.write("! " + ExchangeText.line(String.valueOf(e.getMessage())) + "\n");
      throw e;
    }
  }

  @Override
  public void close() {
    next.close();
  }

  @Override
  public String toString() {
    return next.toString();
  }
}
