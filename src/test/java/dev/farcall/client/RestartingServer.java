package dev.farcall.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs calls, refuses new ones as not started while it is draining, and can be started again on the
 * same port.
 */
final class RestartingServer implements AutoCloseable {

  private final NumberedCalls calls;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket listening;
  private volatile boolean draining;
  private Thread accepting;

  /** Keeps the port while nothing listens there, so that nobody else gets it. */
  private Socket place = new Socket();

  RestartingServer(NumberedCalls calls) throws IOException {
    this.calls = calls;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = listening.getLocalPort();
    accepting = accept(listening);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/RPC2");
  }

  /** How many calls it has run. */
  int answered() {
    return answered.get();
  }

  /** How many calls it has refused. */
  int refused() {
    return refused.get();
  }

  /** From now on it starts no call. */
  void drain() {
    draining = true;
  }

  /** Nothing accepts connections any more, and those that there are end. */
  void stop() throws IOException {
    listening.close();
    awaitEnd(accepting);
    place.setReuseAddress(true);
    place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    for (Socket each : sockets) {
      each.close();
    }
  }

  /** It is there again. */
  void start() throws IOException {
    draining = false;
    place.close();
    place = new Socket();
    listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    accepting = accept(listening);
  }

  private static void awaitEnd(Thread thread) {
    try {
      // Until then the port is not free.
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread accept(ServerSocket at) {
    return start(
        () -> {
          while (true) {
            Socket socket = at.accept();
            sockets.add(socket);
            Thread unused = start(() -> serve(socket));
          }
        });
  }

  private static Thread start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // It was stopped, or the client left.
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void serve(Socket socket) throws IOException {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      socket.setTcpNoDelay(true);
      while (NumberedCalls.awaitOne(in)) {
        String request = NumberedCalls.read(in, Integer.MAX_VALUE);
        if (draining) {
          socket.getOutputStream().write(NumberedCalls.refusal("Retry-After: 1\r\n"));
          refused.incrementAndGet();
          return;
        }
        socket.getOutputStream().write(calls.run(request, "keep-alive"));
        answered.incrementAndGet();
      }
    } finally {
      sockets.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    place.close();
  }

  /** What a thread does. */
  private interface Work {
    void run() throws IOException;
  }
}
