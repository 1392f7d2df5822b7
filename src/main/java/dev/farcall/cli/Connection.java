package dev.farcall.cli;

import dev.farcall.client.Certificates;
import dev.farcall.client.PlainHttp;
import dev.farcall.client.UnixSocketTransport;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.wire.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of all commands that call a server: how it is reached, and who it is told we are. */
final class Connection {

  /** What the parameter URL is, in the words of all commands that have it. */
  static final String URL =
      "Address of the server, with http:// or https://. Without a path it is /RPC2.";

  private static final String PASSWORD_FILE = "--password-file";
  private static final String PASSWORD_VARIABLE = "FARCALL_PASSWORD";
  private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(1_000_000);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      converter = Header.Converter.class,
      description = "A header for every request. Repeatable.")
  private List<Header> headers = new ArrayList<>();

  @Option(
      names = "--user",
      paramLabel = "NAME[:PASSWORD]",
      description =
          "User for Basic authentication. All users of this machine can see a password that is"
              + " typed here; without one it comes from the file below, from the variable "
              + PASSWORD_VARIABLE
              + ", or from the terminal.")
  private @Nullable String user;

  @Option(
      names = PASSWORD_FILE,
      paramLabel = "FILE",
      description = "File whose first line is the user's password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description =
          "PEM file of the certificates to trust, and no others. Default: those of this Java.")
  private @Nullable Path certificates;

  @Option(
      names = "--unix-socket",
      paramLabel = "PATH",
      description =
          "Call through this socket in the file system. The host in the URL is then what the server"
              + " is told, and nothing else.")
  private @Nullable Path socket;

  @Option(
      names = "--plain-http",
      description =
          "Call other machines over plain http, too, where anybody on the way can read and change"
              + " calls. Default: only this one.")
  private boolean plainHttp;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long a call may take. Default: 300, of which 60 in silence.")
  private @Nullable BigDecimal timeout;

  @Option(
      names = "--lenient",
      description = "Also read answers whose meaning is only a good guess, from old servers.")
  private boolean lenient;

  @Option(
      names = "--verbose",
      description =
          "Show requests and answers with their headers on standard error. Passwords are masked,"
              + " parameters are not.")
  private boolean verbose;

  /** Options that picocli is going to fill in. */
  Connection() {}

  /**
   * A client of this server.
   *
   * @throws CommandFailure if there can be none
   */
  XmlRpcClient open(String url) {
    return build(builder(url));
  }

  /**
   * A client that is not complete yet.
   *
   * @throws CommandFailure if there can be none
   */
  XmlRpcClient.Builder builder(String url) {
    try {
      XmlRpcClient.Builder builder = XmlRpcClient.builder(url);
      headers.forEach(header -> builder.header(header.name(), header.value()));
      authenticate(builder);
      carry(builder);
      read(builder);
      return builder;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(CommandFailure.reason(e), e);
    }
  }

  /** How long a call may take if the user says so, and this long if not. */
  Duration timeoutOr(Duration usual) {
    return timeout == null ? usual : Duration.ofMillis(millis(timeout));
  }

  /**
   * The client that was begun.
   *
   * @throws CommandFailure if there can be none
   */
  static XmlRpcClient build(XmlRpcClient.Builder builder) {
    try {
      return builder.build();
    } catch (IllegalStateException e) {
      // Here the setting that would allow it is an option.
      throw new CommandFailure(
          CommandFailure.reason(e).replace("plainHttp(PlainHttp.ALWAYS)", "--plain-http"), e);
    }
  }

  private void authenticate(XmlRpcClient.Builder builder) {
    if (user == null) {
      return;
    }
    int colon = user.indexOf(':');
    if (colon >= 0) {
      builder.basicAuth(user.substring(0, colon), user.substring(colon + 1));
    } else {
      char[] password =
          Password.ofProcess(PASSWORD_FILE, PASSWORD_VARIABLE).read(user, passwordFile);
      builder.basicAuth(user, String.valueOf(password));
    }
  }

  private void carry(XmlRpcClient.Builder builder) {
    Optional<Duration> limit =
        Optional.ofNullable(timeout).map(seconds -> Duration.ofMillis(millis(seconds)));
    limit.ifPresent(builder::timeout);
    if (socket != null) {
      builder.transport(through(socket, limit));
      return;
    }
    limit.ifPresent(builder::readTimeout);
    if (certificates != null) {
      builder.sslContext(trusting(certificates));
    }
    if (plainHttp) {
      builder.plainHttp(PlainHttp.ALWAYS);
    }
  }

  private UnixSocketTransport through(Path path, Optional<Duration> limit) {
    if (certificates != null) {
      throw new ParameterException(
          spec.commandLine(), "--cacert and --unix-socket exclude each other");
    }
    UnixSocketTransport transport = UnixSocketTransport.of(path);
    return limit.map(transport::withReadTimeout).orElse(transport);
  }

  private static SSLContext trusting(Path certificates) {
    try {
      return Certificates.trusting(certificates).toSslContext();
    } catch (IOException e) {
      throw new CommandFailure("--cacert: " + CommandFailure.reason(e), e);
    }
  }

  private long millis(BigDecimal seconds) {
    if (seconds.signum() <= 0 || seconds.compareTo(LONGEST_SECONDS) > 0) {
      throw new ParameterException(
          spec.commandLine(), "--timeout: expected seconds from 0.001 to 1000000, got " + seconds);
    }
    return Math.max(1, seconds.movePointRight(3).longValue());
  }

  private void read(XmlRpcClient.Builder builder) {
    if (lenient) {
      builder.reading(Reading.LENIENT);
    }
    if (verbose) {
      builder.verbose(spec.commandLine().getErr());
    }
  }
}
