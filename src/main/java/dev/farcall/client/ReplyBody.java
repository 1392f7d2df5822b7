package dev.farcall.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply, read as it comes, and for as long as the watch allows. It asks for the next
 * part only when the one before was read, so that a server cannot fill the memory. What the JDK's
 * own stream lacks is the end of waiting.
 */
final class ReplyBody extends InputStream implements BodySubscriber<InputStream> {

  private static final Part END = new Part(List.of(), null);

  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Watch watch;
  private volatile @Nullable Subscription subscription;
  private volatile boolean closed;
  private Iterator<ByteBuffer> part = List.<ByteBuffer>of().iterator();
  private @Nullable ByteBuffer current;
  private boolean ended;

  ReplyBody(Watch watch) {
    this.watch = watch;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    if (closed) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    watch.moved();
    parts.add(new Part(buffers, null));
  }

  @Override
  public void onError(Throwable failure) {
    parts.add(new Part(List.of(), failure));
  }

  @Override
  public void onComplete() {
    parts.add(END);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    ByteBuffer from = buffer();
    if (from == null) {
      return -1;
    }
    int count = Math.min(length, from.remaining());
    from.get(target, offset, count);
    return count;
  }

  /**
   * Ends the exchange; the connection with it, unless the body was read to its end. Closed before
   * it comes, it ends the exchange when it does.
   */
  @Override
  public void close() {
    closed = true;
    Subscription open = subscription;
    if (!ended && open != null) {
      ended = true;
      open.cancel();
    }
  }

  /** The next buffer that has something, or null at the end. */
  private @Nullable ByteBuffer buffer() throws IOException {
    while (!ended && (current == null || !current.hasRemaining())) {
      if (part.hasNext()) {
        current = part.next();
      } else {
        part = next().buffers().iterator();
      }
    }
    return ended ? null : current;
  }

  private Part next() throws IOException {
    Part next = waitForNext();
    if (next == END) {
      ended = true;
    } else if (next.failure() != null) {
      ended = true;
      throw new IOException(next.failure());
    } else if (parts.isEmpty()) {
      Objects.requireNonNull(subscription).request(1);
    }
    return next;
  }

  private Part waitForNext() throws IOException {
    try {
      for (long left = watch.nanosLeft(); left > 0; left = watch.nanosLeft()) {
        Part next = parts.poll(left, TimeUnit.NANOSECONDS);
        if (next != null) {
          return next;
        }
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted");
    }
    close();
    throw new SocketTimeoutException(watch.reason());
  }

  private record Part(List<ByteBuffer> buffers, @Nullable Throwable failure) {}
}
