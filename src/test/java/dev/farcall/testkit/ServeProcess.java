package dev.farcall.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code serve} in a process of its own, with the settings it has by default. */
public final class ServeProcess implements AutoCloseable {

  private static final String READY = "Farcall is ready at ";
  private static final int PATIENCE_MILLIS = 60_000;

  private final Process process;
  private final URI uri;

  private ServeProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts it on a free port, and waits until it is ready.
   *
   * @param heap as the JVM's option {@code -Xmx} has it: {@code 128m}
   * @param handlers what it exports besides the samples: {@code PREFIX=CLASS}
   */
  public static ServeProcess start(String heap, String... handlers) throws IOException {
    Process process =
        new ProcessBuilder(command(heap, handlers)).redirectError(Redirect.DISCARD).start();
    // Not closed: that would be the end of the process' output.
    BufferedReader out = process.inputReader();
    String line = String.valueOf(out.readLine());
    if (!line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("the server did not start: " + line);
    }
    return new ServeProcess(process, URI.create(line.substring(READY.length())));
  }

  private static List<String> command(String heap, String... handlers) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.farcall.cli.Main", "serve", "--webapp", "src/main/webapp"));
    command.addAll(List.of("--port", "0"));
    for (String handler : handlers) {
      command.addAll(List.of("--handler", handler));
    }
    return command;
  }

  /** Its address. */
  public URI uri() {
    return uri;
  }

  /** A new connection to it from that address of this machine. */
  public RawConnection connect(String from) throws IOException {
    Socket socket = open(from).socket();
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawConnection(socket);
  }

  /** The same, to be used without waiting. */
  public SocketChannel open(String from) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
    return channel;
  }

  /** The processor time that it has had so far. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
