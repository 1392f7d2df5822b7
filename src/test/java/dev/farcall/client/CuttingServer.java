package dev.farcall.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * Breaks some connections at a random byte of the request or of the reply, in the same way each
 * time for the same seed. Some calls it refuses as not started, and the others it runs.
 */
final class CuttingServer implements AutoCloseable {

  /** More bytes than a whole request or reply has, so that some come through. */
  private static final int LONGEST = 600;

  private static final int WHOLE = Integer.MAX_VALUE;

  /** What becomes of a call. */
  private enum Fate {
    ANSWERED,
    REFUSED,
    REQUEST_CUT,
    REPLY_CUT
  }

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RandomGenerator random;
  private final NumberedCalls calls;
  private final double disturbed;
  private final String connection;

  /**
   * A server that listens.
   *
   * @param random shared with other servers
   * @param calls shared as well
   * @param disturbed how many calls, from 0 to 1
   * @param connection {@code close} or {@code keep-alive}
   */
  CuttingServer(RandomGenerator random, NumberedCalls calls, double disturbed, String connection)
      throws IOException {
    this.random = random;
    this.calls = calls;
    this.disturbed = disturbed;
    this.connection = connection;
    threads.execute(this::acceptAll);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/RPC2");
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      socket.setTcpNoDelay(true);
      boolean kept = true;
      while (kept) {
        kept = NumberedCalls.awaitOne(in) && answer(in, socket);
      }
    } catch (IOException e) {
      // The client may leave as well.
      return;
    }
  }

  private boolean answer(InputStream in, Socket socket) throws IOException {
    Fate fate = fate();
    String request = NumberedCalls.read(in, fate == Fate.REQUEST_CUT ? position() : WHOLE);
    if (request.isEmpty()) {
      socket.setSoLinger(true, 0);
      return false;
    } else if (fate == Fate.REFUSED) {
      socket.getOutputStream().write(NumberedCalls.refusal(""));
      return false;
    }
    byte[] reply = calls.run(request, connection);
    int length = Math.min(fate == Fate.REPLY_CUT ? position() : WHOLE, reply.length);
    socket.getOutputStream().write(reply, 0, length);
    return length == reply.length && connection.equals("keep-alive");
  }

  private Fate fate() {
    synchronized (random) {
      return random.nextDouble() >= disturbed
          ? Fate.ANSWERED
          : Fate.values()[1 + random.nextInt(Fate.values().length - 1)];
    }
  }

  private int position() {
    synchronized (random) {
      return random.nextInt(LONGEST);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
