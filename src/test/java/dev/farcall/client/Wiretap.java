package dev.farcall.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes one connection on to a port, and hears what the client says on it. */
final class Wiretap implements AutoCloseable {

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<byte[]> heard = new CompletableFuture<>();

  private Wiretap(ServerSocket listening) {
    this.listening = listening;
  }

  /** A wiretap on the way to this port. */
  static Wiretap before(int port) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Wiretap wiretap = new Wiretap(new ServerSocket(0, 1, loopback));
    wiretap.threads.execute(() -> wiretap.passOn(new Target(loopback, port)));
    return wiretap;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** All that the client said, once one side has ended the connection. */
  byte[] heard() throws InterruptedException, ExecutionException {
    return heard.get();
  }

  private void passOn(Target target) {
    try (Socket client = listening.accept();
        Socket server = new Socket(target.address(), target.port())) {
      threads.execute(() -> answer(server, client));
      heard.complete(listen(client, server));
    } catch (IOException e) {
      heard.completeExceptionally(e);
    }
  }

  private static byte[] listen(Socket client, Socket server) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    try {
      for (int n = client.getInputStream().read(piece);
          n >= 0;
          n = client.getInputStream().read(piece)) {
        said.write(piece, 0, n);
        server.getOutputStream().write(piece, 0, n);
      }
    } catch (IOException ended) {
      // By the server, or rudely by the client.
      return said.toByteArray();
    }
    return said.toByteArray();
  }

  private static void answer(Socket server, Socket client) {
    try (client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException ended) {
      // By either side; what was said is told all the same.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  private record Target(InetAddress address, int port) {}
}
