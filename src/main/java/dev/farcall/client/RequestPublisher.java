package dev.farcall.client;

import dev.farcall.Delivery;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/**
 * Hands a body to the JDK's client, and remembers whether any of it was taken. Since the body comes
 * behind the headers, which say how long it is, no server can have run a call of whose body nothing
 * was taken.
 */
final class RequestPublisher implements BodyPublisher {

  private static final int PIECE = 16 << 10;

  private final RequestBody body;
  private final Watch watch;
  private volatile boolean taken;

  RequestPublisher(RequestBody body, Watch watch) {
    this.body = body;
    this.watch = watch;
  }

  /** What can have become of the call if the exchange fails now. */
  Delivery delivery() {
    return taken ? Delivery.UNKNOWN : Delivery.NOT_SENT;
  }

  @Override
  public long contentLength() {
    return body.length();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(new Pieces(body.buffer(), subscriber));
  }

  /**
   * One reading of the body. The JDK asks from one thread at a time, perhaps from within itself.
   */
  private final class Pieces implements Subscription {
    private final ByteBuffer rest;
    private final Subscriber<? super ByteBuffer> subscriber;
    private long wanted;
    private boolean serving;
    private boolean ended;

    Pieces(ByteBuffer rest, Subscriber<? super ByteBuffer> subscriber) {
      this.rest = rest;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long pieces) {
      if (pieces < 1) {
        ended = true;
        subscriber.onError(new IllegalArgumentException("asked for " + pieces + " pieces"));
        return;
      }
      wanted = wanted + pieces < 0 ? Long.MAX_VALUE : wanted + pieces;
      if (!serving) {
        serving = true;
        serve();
        serving = false;
      }
    }

    private void serve() {
      while (wanted > 0 && !ended) {
        wanted--;
        taken = true;
        watch.moved();
        int length = Math.min(PIECE, rest.remaining());
        ByteBuffer piece = rest.slice(rest.position(), length);
        rest.position(rest.position() + length);
        ended = !rest.hasRemaining();
        subscriber.onNext(piece);
        if (!rest.hasRemaining()) {
          subscriber.onComplete();
        }
      }
    }

    @Override
    public void cancel() {
      ended = true;
    }
  }
}
