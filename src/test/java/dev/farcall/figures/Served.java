package dev.farcall.figures;

import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.CallDocuments;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.ServeProcess;
import dev.farcall.testkit.Times;
import java.io.IOException;
import java.util.Arrays;

/** The server that is attacked: {@code serve} as it is by default, with a heap of 128 MB. */
final class Served implements AutoCloseable {

  private static final String ATTACKER = "127.0.0.1";
  private static final byte[] ORDINARY = Requests.of(CallDocuments.echo("<int>7</int>"));
  private static final int PIECE = 1024;
  private static final int PAUSE_MILLIS = 50;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final ServeProcess process;
  private final XmlRpcClient client;
  private final Times ordinary = new Times();

  private Served(ServeProcess process) {
    this.process = process;
    this.client = XmlRpcClient.builder(process.uri()).build();
  }

  static Served start() throws IOException {
    return new Served(
        ServeProcess.start(
            "128m", "gauge=" + Gauge.class.getName(), "target=" + Target.class.getName()));
  }

  RawConnection connect() throws IOException {
    return connect(ATTACKER);
  }

  RawConnection connect(String from) throws IOException {
    return process.connect(from);
  }

  /** Sends something on a connection of its own; what came of it. */
  String send(byte[] request) throws IOException {
    try (RawConnection connection = connect()) {
      return connection.send(request).receive().summary();
    }
  }

  /** Sends something piece by piece, until it is answered; how much that was. */
  int bytesUntilAnswered(byte[] request) throws IOException {
    try (RawConnection connection = connect()) {
      int sent = 0;
      while (sent < request.length && !connection.isAnsweredWithin(PAUSE_MILLIS)) {
        int end = Math.min(request.length, sent + PIECE);
        connection.send(Arrays.copyOfRange(request, sent, end));
        sent = end;
      }
      return sent;
    }
  }

  /** Makes a call as everybody does, on a new connection, which must be answered. */
  void callAsUsual() throws IOException {
    long start = System.nanoTime();
    String outcome = send(ORDINARY);
    ordinary.add(System.nanoTime() - start);
    if (!outcome.equals("200 answered")) {
      throw new IllegalStateException("an ordinary call came to " + outcome);
    }
  }

  /** How long those took. */
  Times ordinary() {
    return ordinary;
  }

  Reading reset() {
    return client.call(Reading.class, "gauge.reset");
  }

  Reading read() {
    return client.call(Reading.class, "gauge.read");
  }

  long firstEnd() {
    return client.call(Long.class, "target.firstEnd");
  }

  /** Waits until so many threads are in the servlet; the time at which that was seen. */
  long awaitBusy(int threads) {
    long start = System.nanoTime();
    while (client.call(Integer.class, "gauge.busy") != threads) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("there are never " + threads + " threads busy");
      }
    }
    return System.nanoTime();
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }
}
