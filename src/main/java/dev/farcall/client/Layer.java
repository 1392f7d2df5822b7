package dev.farcall.client;

/**
 * A transport around another, both of which are to be closed: a lambda around a transport closes
 * nothing.
 */
record Layer(Transport outer, Transport inner) implements Transport {

  @Override
  public TransportReply send(TransportRequest request) {
    return outer.send(request);
  }

  @Override
  public void close() {
    try (inner) {
      outer.close();
    }
  }

  @Override
  public String toString() {
    return outer.toString();
  }
}
