package dev.farcall.load;

import dev.farcall.testkit.RawConnection;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;

/** {@code serve} in a process of its own, with a {@link Sleeper}. */
final class LoadServer implements AutoCloseable {

  private static final String READY = "Farcall is ready at ";
  private static final int PATIENCE_MILLIS = 60_000;

  private final Process process;
  private final int port;

  private LoadServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it with the settings it has by default, and waits until it answers. */
  static LoadServer start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.farcall.cli.Main",
                "serve",
                "--webapp",
                "src/main/webapp",
                "--port",
                "0",
                "--handler",
                "load=" + Sleeper.class.getName())
            .redirectError(Redirect.DISCARD)
            .start();
    // Not closed: that would be the end of the process' output.
    BufferedReader out = process.inputReader();
    String line = String.valueOf(out.readLine());
    if (!line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("the server did not start: " + line);
    }
    return new LoadServer(process, URI.create(line.substring(READY.length())).getPort());
  }

  /** A new connection to it from that address of this machine. */
  RawConnection connect(String from) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new RawConnection(socket);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
