package dev.farcall.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Supervisor's supervisord, which watches no program, in a process of its own. It speaks XML-RPC on
 * a port of 127.0.0.1, to those who know {@link #USER} and {@link #PASSWORD}, and on a socket file.
 *
 * <pre>{@code
 * try (SupervisordServer server = SupervisordServer.start()) {
 *   call(server.uri(), "supervisor.getState");
 * }
 * }</pre>
 */
public final class SupervisordServer implements AutoCloseable {

  /** Who may call. */
  public static final String USER = "farcall";

  /** The password of {@link #USER}. */
  public static final String PASSWORD = "open:sesame";

  private static final int ATTEMPTS = 5;

  private final Process process;
  private final Path folder;
  private final int port;

  private SupervisordServer(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Starts it, and ends the test where there is no supervisord. On a build server it has to be. */
  public static SupervisordServer start() throws IOException, InterruptedException {
    Needed.orSkip(ServerProcess.runs("supervisord", "--version"), "supervisord");
    Path folder = Files.createTempDirectory("supervisord");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SupervisordServer server = startOn(freePort(), folder);
      if (server != null) {
        return server;
      }
    }
    delete(folder);
    throw new IOException("supervisord did not start");
  }

  /** It takes no port 0, so the free port found here may be another's before it is there. */
  private static @Nullable SupervisordServer startOn(int port, Path folder) throws IOException {
    Path configuration = folder.resolve("supervisord.conf");
    Files.writeString(configuration, configuration(port, folder));
    Process process =
        new ProcessBuilder("supervisord", "-c", configuration.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    // It says so behind opening the port and the socket file.
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains("supervisord started with pid")) {
        return new SupervisordServer(process, folder, port);
      }
    }
    ServerProcess.end(process);
    return null;
  }

  private static String configuration(int port, Path folder) {
    return """
        [supervisord]
        nodaemon=true
        user=%1$s
        logfile=/dev/null
        logfile_maxbytes=0
        pidfile=%2$s/pid
        childlogdir=%2$s

        [rpcinterface:supervisor]
        supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface

        [inet_http_server]
        port=127.0.0.1:%3$d
        username=%4$s
        password=%5$s

        [unix_http_server]
        file=%2$s/socket
        """
        .formatted(System.getProperty("user.name"), folder, port, USER, PASSWORD);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its address: {@code http://127.0.0.1:PORT/RPC2}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/RPC2");
  }

  /** The socket file, where nobody asks who calls. */
  public Path socketFile() {
    return folder.resolve("socket");
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() throws IOException {
    process.destroy();
    ServerProcess.end(process);
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
