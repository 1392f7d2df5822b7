package dev.farcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The command {@code serve} with the shipped web.xml, in a thread of this JVM. */
final class Serving implements AutoCloseable {

  private static final String GREETING = "Farcall is ready at ";

  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final StringWriter err = new StringWriter();
  private final Thread thread;
  private final BufferedReader out;
  private final String line;

  private Serving(String... args) throws IOException {
    PipedWriter pipe = new PipedWriter();
    this.out = new BufferedReader(new PipedReader(pipe));
    this.thread = new Thread(() -> run(pipe, args), "serve");
    thread.start();
    String first = out.readLine();
    this.line = first == null ? "" : first;
  }

  /** Starts it on a free port, with these options, and waits until it says that it is ready. */
  static Serving with(String... options) throws IOException {
    return on(0, options);
  }

  /** The same on this port. */
  static Serving on(int port, String... options) throws IOException {
    Stream<String> shipped =
        Stream.of("serve", "--webapp", "src/main/webapp", "--port", String.valueOf(port));
    return new Serving(Stream.concat(shipped, Stream.of(options)).toArray(String[]::new));
  }

  /** The URLs in the line it printed. */
  List<URI> uris() {
    assertEquals(GREETING, line.substring(0, Math.min(line.length(), GREETING.length())), err());
    return Stream.of(line.substring(GREETING.length()).split(" and ", -1))
        .map(URI::create)
        .toList();
  }

  Rpc http() {
    return Rpc.of(uris().get(0));
  }

  String err() {
    return err.toString();
  }

  /** Ends it; the status it ended with. */
  int end() {
    thread.interrupt();
    return status.join();
  }

  /** What it printed after the first line, to its end. */
  List<String> rest() {
    return out.lines().toList();
  }

  @Override
  public void close() {
    end();
  }

  private void run(PipedWriter pipe, String... args) {
    try (PrintWriter writer = new PrintWriter(pipe)) {
      status.complete(Main.run(writer, new PrintWriter(err, true), args));
    } finally {
      status.complete(-1);
    }
  }
}
