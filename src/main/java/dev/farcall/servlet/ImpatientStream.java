package dev.farcall.servlet;

import jakarta.servlet.ServletInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * A body that is hardly waited for: a read takes what has come, and the waits for more must not add
 * up to more than a moment. A caller who sends without a pause does not notice, one who sends a
 * byte a second keeps no thread. Tomcat tells only of bytes that it has read already: there it is
 * what came along with the head, and no more.
 */
final class ImpatientStream extends FilterInputStream {

  private static final Duration LONGEST = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final ServletInputStream body;
  private Duration waited = Duration.ZERO;

  ImpatientStream(ServletInputStream body) {
    super(body);
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int there = body.available();
    while (there <= 0 && !body.isFinished()) {
      pause();
      there = body.available();
    }
    return body.read(bytes, offset, there <= 0 ? length : Math.min(there, length));
  }

  private void pause() throws IOException {
    if (waited.compareTo(LONGEST) >= 0) {
      throw new BusyException(
          "the body does not come with its head, and as many as max-waiting-bodies and"
              + " max-bodies-per-caller allow are waited for already; try again later");
    }
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
    waited = waited.plus(PAUSE);
  }
}
