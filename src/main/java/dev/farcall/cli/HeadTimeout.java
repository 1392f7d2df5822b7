package dev.farcall.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the head of a request, with the handshake of TLS before it, takes too
 * long to come. Jetty by itself closes only those that are idle, and one byte every half minute is
 * enough not to be. It has to be a listener of each connector, and to stand around the handler.
 */
final class HeadTimeout extends Handler.Wrapper implements Connection.Listener {

  /** How much longer than the limit it may take until a connection is closed: a quarter of it. */
  private static final int LOOKS = 4;

  private final Duration limit;
  private final Map<Connection, HeadWait> waits = new ConcurrentHashMap<>();
  private volatile Scheduler.Task look = () -> false;

  HeadTimeout(Duration limit, Handler handler) {
    super(handler);
    this.limit = limit;
  }

  @Override
  public void onOpened(Connection connection) {
    // Over that of TLS there is one of HTTP, which is opened at the same time.
    if (!(connection instanceof SslConnection)) {
      waits.put(connection, new HeadWait(limit.toNanos(), System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    waits.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    HeadWait wait = waits.get(connection);
    if (wait != null) {
      wait.end();
      Request.addCompletionListener(
          request, failure -> wait.beginAgain(System.nanoTime(), connection.getBytesIn()));
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookLater();
  }

  @Override
  protected void doStop() throws Exception {
    look.cancel();
    super.doStop();
  }

  private void lookLater() {
    look = getServer().getScheduler().schedule(this::look, limit.dividedBy(LOOKS));
  }

  private void look() {
    try {
      waits.forEach(
          (connection, wait) -> {
            if (wait.isOverdue(System.nanoTime(), connection.getBytesIn())) {
              connection.getEndPoint().close();
            }
          });
    } finally {
      if (isStarted() || isStarting()) {
        lookLater();
      }
    }
  }
}
