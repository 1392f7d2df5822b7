package dev.farcall.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between clients and a server, and breaks every connection off somewhere: within a request
 * or an answer, or between them. Where is decided by a seed and the number of the connection.
 */
public final class CuttingProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int server;
  private final int longest;
  private final SplittableRandom random;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private CuttingProxy(int server, int longest, long seed) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    this.longest = longest;
    this.random = new SplittableRandom(seed);
    threads.execute(this::acceptAll);
  }

  /**
   * Stands before a server on this port of the loopback address.
   *
   * @param longest how many bytes a connection carries at most in one direction
   */
  public static CuttingProxy before(int port, int longest, long seed) throws IOException {
    return new CuttingProxy(port, longest, seed);
  }

  /** Its address: {@code http://127.0.0.1:PORT/RPC2}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/RPC2");
  }

  /** How many connections it broke off so far. */
  public int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    sockets.forEach(CuttingProxy::breakOff);
    threads.shutdownNow();
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        join(listening.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void join(Socket client, Socket behind) {
    sockets.add(client);
    sockets.add(behind);
    boolean inRequest = random.nextBoolean();
    int cut = random.nextInt(longest);
    threads.execute(() -> carry(client, behind, inRequest ? cut : Integer.MAX_VALUE));
    threads.execute(() -> carry(behind, client, inRequest ? Integer.MAX_VALUE : cut));
  }

  private void carry(Socket from, Socket to, int most) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[4096];
      int left = most;
      while (left > 0) {
        int count = in.read(buffer, 0, Math.min(buffer.length, left));
        if (count < 0) {
          return;
        }
        out.write(buffer, 0, count);
        left -= count;
      }
      cuts.incrementAndGet();
    } catch (IOException ended) {
      // By the other direction, by either side, or by the end of the test.
      return;
    } finally {
      breakOff(from);
      breakOff(to);
      sockets.removeAll(List.of(from, to));
    }
  }

  private static void breakOff(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // So it was broken off before.
      return;
    }
  }
}
