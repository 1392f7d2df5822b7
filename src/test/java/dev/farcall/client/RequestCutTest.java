package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.Delivery;
import dev.farcall.TransportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that break a connection while they are being called: the call is made once, and it is
 * told as not sent only when some of it never was.
 */
final class RequestCutTest {

  /** More than the buffers of a connection hold, so that some of it cannot have been sent. */
  private static final int LARGE = 32 << 20;

  private final ServerSocket listening = listening();

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads so many bytes of the first connection, breaks it, and waits for no other. */
  private CompletableFuture<Integer> cutAfter(int bytes) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = listening.accept()) {
            int read = socket.getInputStream().readNBytes(bytes).length;
            socket.setSoLinger(true, 0);
            return read;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private TransportException call(String parameter) throws Exception {
    try (listening;
        XmlRpcClient client =
            XmlRpcClient.builder("http://127.0.0.1:" + listening.getLocalPort()).build()) {
      TransportException e =
          assertThrows(TransportException.class, () -> client.call("m", parameter));
      assertEquals(client.uri() + ": the connection broke before the answer came", e.getMessage());
      // A second attempt would be waiting here.
      listening.setSoTimeout(1);
      assertThrows(IOException.class, listening::accept);
      return e;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17, 100, 200, 300, 340})
  void smallCallMayHaveBeenRun(int bytes) throws Exception {
    CompletableFuture<Integer> server = cutAfter(bytes);
    assertEquals(Delivery.UNKNOWN, call("x").delivery());
    assertEquals(bytes, server.get());
  }

  @Test
  void largeCallThatWasCutCannotHaveBeenRun() throws Exception {
    CompletableFuture<Integer> server = cutAfter(1 << 20);
    assertEquals(Delivery.NOT_SENT, call("x".repeat(LARGE)).delivery());
    assertEquals(1 << 20, server.get());
  }
}
