package dev.farcall.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * xmlrpc-c's Abyss in a process of its own, on a free port of 127.0.0.1. It has {@code get_power(x,
 * y)} and {@code add(x, y)} for ints, {@code echo(value)}, {@code fail(code, text)}, introspection
 * and {@code system.multicall}.
 */
public final class XmlRpcCServer implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "interop").toAbsolutePath();
  private static final Path PROGRAM = FOLDER.resolve("server");

  private final ServerProcess process;

  private XmlRpcCServer(ServerProcess process) {
    this.process = process;
  }

  /**
   * Compiles it and starts it, and ends the test where there is no compiler or no xmlrpc-c. On a
   * build server they have to be.
   */
  public static XmlRpcCServer start() throws IOException, InterruptedException {
    Needed.orSkip(ServerProcess.runs("gcc", "--version"), "gcc");
    Needed.orSkip(ServerProcess.runs("xmlrpc-c-config", "--version"), "xmlrpc-c-config");
    compile();
    return new XmlRpcCServer(ServerProcess.start(List.of(PROGRAM.toString())));
  }

  private static void compile() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    // The shell splits what the second command says into arguments.
    String command =
        "gcc -Wall -Werror -o \"$1\" server.c $(xmlrpc-c-config abyss-server --cflags --libs)";
    Process compiler =
        new ProcessBuilder("sh", "-c", command, "sh", PROGRAM.toString())
            .directory(ServerProcess.FOLDER.toFile())
            .inheritIO()
            .start();
    if (compiler.waitFor() != 0) {
      throw new IOException("server.c does not compile");
    }
  }

  /** Its address: {@code http://127.0.0.1:PORT/RPC2}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + process.port() + "/RPC2");
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
