package dev.farcall.container;

import dev.farcall.testkit.RawConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container with the war, in a process of its own. */
final class RunningContainer implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final int PATIENCE_MILLIS = 15_000;

  private final Process process;
  private final int port;
  private final String path;

  private RunningContainer(Process process, int port, String path) {
    this.process = process;
    this.port = port;
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
    Process process = command.start();
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, ready, port), "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
    try {
      return new RunningContainer(process, port.get(PATIENCE_SECONDS, TimeUnit.SECONDS), path);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException("the container did not start: " + command.command(), e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Reads all the process prints, so that it never has to wait, and finds the port in it. */
  private static void read(Process process, Pattern ready, CompletableFuture<Integer> port) {
    StringBuilder output = new StringBuilder();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher matcher = ready.matcher(line);
        if (matcher.find()) {
          port.complete(Integer.valueOf(matcher.group(1)));
        } else if (!port.isDone()) {
          output.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      port.completeExceptionally(new UncheckedIOException(output.toString(), e));
    }
    port.completeExceptionally(new IOException("it ended: " + output));
  }

  /** Where calls are sent to. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + port + path + "/RPC2");
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
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
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
