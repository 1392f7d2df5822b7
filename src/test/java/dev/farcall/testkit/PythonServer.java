package dev.farcall.testkit;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Python's own XML-RPC server in a process of its own, on a free port of 127.0.0.1. It has {@code
 * get_power(x, y)}, {@code today()}, {@code add(x, y)}, {@code echo(value)}, {@code
 * count(values...)}, {@code nothing()}, which is None, {@code moment()}, which is
 * 2026-11-24T07:08:09, {@code reverse(binary)}, {@code connection()}, which is a name for the
 * connection, {@code fail(code, text)}, which raises that Fault, and {@code crash(text)}, which
 * raises a ValueError; and introspection, but no {@code system.multicall}, unless said otherwise.
 *
 * <pre>{@code
 * try (PythonServer server = PythonServer.simple().multicall().start()) {
 *   call(server.uri(), "get_power", 2, 10);
 * }
 * }</pre>
 */
public final class PythonServer implements AutoCloseable {

  private final ServerProcess process;
  private final String scheme;

  private PythonServer(ServerProcess process, String scheme) {
    this.process = process;
    this.scheme = scheme;
  }

  /** Ends the test unless Python is here. On a build server it has to be. */
  public static void required() throws InterruptedException {
    Needed.orSkip(ServerProcess.runs("python3", "-c", "import ssl, xmlrpc.server"), "python3");
  }

  /** A builder of a {@code SimpleXMLRPCServer}. */
  public static Builder simple() {
    return new Builder();
  }

  /** A builder of a {@code DocXMLRPCServer}. */
  public static Builder documented() {
    return new Builder().with("--doc");
  }

  /** Its address: {@code http://localhost:PORT/RPC2}, or with https. */
  public URI uri() {
    return URI.create(scheme + "://localhost:" + process.port() + "/RPC2");
  }

  @Override
  public void close() throws IOException {
    process.close();
  }

  /** Collects a {@link PythonServer}. */
  public static final class Builder {
    private final List<String> command = new ArrayList<>(List.of("python3", "-B", "server.py"));
    private String scheme = "http";

    private Builder() {}

    private Builder with(String... arguments) {
      command.addAll(List.of(arguments));
      return this;
    }

    /** Speaks https with this key. */
    public Builder https(TestIdentity identity) throws GeneralSecurityException, IOException {
      scheme = "https";
      return with("--key", identity.keyFile().toString());
    }

    /** Speaks https with this key, to clients that show a certificate of the authority. */
    public Builder mutualHttps(TestIdentity identity) throws GeneralSecurityException, IOException {
      return https(identity).with("--clients-of", TestPki.authorityFile().toString());
    }

    /** Has {@code system.multicall}. */
    public Builder multicall() {
      return with("--multicall");
    }

    /** Has no {@code system.listMethods} and its like. */
    public Builder withoutIntrospection() {
      return with("--no-introspection");
    }

    /** Fails where None would be in an answer, as Python does by default. */
    public Builder withoutNone() {
      return with("--no-none");
    }

    /** Starts it, and ends the test where there is no Python. */
    public PythonServer start() throws IOException, InterruptedException {
      required();
      return new PythonServer(ServerProcess.start(command), scheme);
    }
  }
}
