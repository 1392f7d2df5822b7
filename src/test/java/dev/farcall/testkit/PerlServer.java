package dev.farcall.testkit;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * Perl's Frontier::Daemon in a process of its own, on a free port of 127.0.0.1. It has {@code
 * get_power(x, y)}, {@code add(x, y)}, {@code echo(value)}, and {@code fail(code, text)}, which
 * dies of the text; the fault has code 4, whatever the code. It serves one connection at a time.
 */
public final class PerlServer implements AutoCloseable {

  private final ServerProcess process;

  private PerlServer(ServerProcess process) {
    this.process = process;
  }

  /** Starts it, and ends the test where Frontier::Daemon is not. On a build server it has to be. */
  public static PerlServer start() throws IOException, InterruptedException {
    Needed.orSkip(ServerProcess.runs("perl", "-MFrontier::Daemon", "-e", "1"), "Frontier::Daemon");
    return new PerlServer(ServerProcess.start(List.of("perl", "server.pl")));
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
