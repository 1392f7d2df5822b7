package dev.farcall.client;

import dev.farcall.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

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
    subscriber.onSubscribe(new Pieces(subscriber));
  }

  /**
   * One reading of the body. The JDK asks from one thread at a time, perhaps from within itself.
   */
  private final class Pieces implements Subscription {
    private final Subscriber<? super ByteBuffer> subscriber;
    private @Nullable InputStream in;
    private byte[] ahead = {};
    private long wanted;
    private boolean serving;
    private boolean ended;

    Pieces(Subscriber<? super ByteBuffer> subscriber) {
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
        try {
          serveOne();
        } catch (IOException | RuntimeException e) {
          cancel();
          subscriber.onError(e);
        }
      }
    }

    private void serveOne() throws IOException {
      if (in == null) {
        in = body.open();
        ahead = in.readNBytes(PIECE);
      }
      byte[] piece = ahead;
      // Whoever has all that was announced need not ask for more.
      ahead = in.readNBytes(PIECE);
      subscriber.onNext(ByteBuffer.wrap(piece));
      if (ahead.length == 0 && !ended) {
        cancel();
        subscriber.onComplete();
      }
    }

    @Override
    public void cancel() {
      ended = true;
      try {
        if (in != null) {
          in.close();
        }
      } catch (IOException | RuntimeException e) {
        // What was not sent is not missed, whatever a caller's stream makes of it.
        return;
      }
    }
  }
}
