package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.testkit.RawConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container with the war, in a process of its own. */
final class RunningContainer implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final int PATIENCE_MILLIS = 15_000;

  private static final String DONE = "done";

  private final Process process;
  private final String path;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Semaphore done = new Semaphore(0);

  private RunningContainer(Process process, String path) {
    this.process = process;
    this.path = path;
  }

  /**
   * Starts it, and waits for the line that tells its port.
   *
   * @param ready that line, with the port as its only group
   * @param path of the application
   */
  static RunningContainer start(ProcessBuilder command, Pattern ready, String path)
      throws IOException {
    RunningContainer container = new RunningContainer(command.start(), path);
    Thread reader = new Thread(() -> container.read(ready), "output of " + container.pid());
    reader.setDaemon(true);
    reader.start();
    try {
      container.port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return container;
    } catch (ExecutionException | TimeoutException e) {
      container.process.destroyForcibly();
      throw new IOException("the container did not start: " + command.command(), e);
    } catch (InterruptedException e) {
      container.process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Reads all the process prints, so that it never has to wait, and finds the port in it. */
  private void read(Pattern ready) {
    StringBuilder output = new StringBuilder();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher matcher = ready.matcher(line);
        if (matcher.find()) {
          port.complete(Integer.valueOf(matcher.group(1)));
        } else if (line.equals(DONE)) {
          done.release();
        } else if (!port.isDone()) {
          output.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      port.completeExceptionally(new UncheckedIOException(output.toString(), e));
    }
    port.completeExceptionally(new IOException("it ended: " + output));
  }

  /** Tells a process that reads its input what to do, and does not wait for it. */
  void begin(String command) throws IOException {
    process.outputWriter().write(command + "\n");
    process.outputWriter().flush();
  }

  /** Waits until it has done that. */
  void awaitDone() throws InterruptedException {
    assertTrue(done.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "it is not done");
  }

  /** Where calls are sent to. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + port.join() + path + "/RPC2");
  }

  /** The path of the application, empty for the root. */
  String path() {
    return path;
  }

  /** The number of its process. */
  long pid() {
    return process.pid();
  }

  /** A new connection, which gives up reading after a while. */
  RawConnection connect() throws IOException {
    return connect("127.0.0.1");
  }

  /** A new connection from that address of this machine. */
  RawConnection connect(String from) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), port.join(), InetAddress.getByName(from), 0);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawConnection(socket);
  }

  /** Ends it by SIGTERM, as an operator does. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("the container did not end on SIGTERM", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
