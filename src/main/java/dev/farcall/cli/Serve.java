package dev.farcall.cli;

import java.io.File;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command that runs the web application in a server of its own. */
@Command(
    name = "serve",
    description = {
      "Serves Java methods to XML-RPC clients.",
      "",
      "Prints one line with the URL when it is ready, and serves until it gets SIGTERM or SIGINT."
          + " Then it accepts nothing new, answers the calls that are running, for which they have"
          + " 20 seconds, and ends with the status of the signal (143 or 130).",
      "",
      "The handlers are added to the samples that the web application exports; one with the same"
          + " prefix takes the sample's place.",
      ""
    })
final class Serve implements Callable<Integer> {

  private static final String PASSWORD_VARIABLE = "FARCALL_KEYSTORE_PASSWORD";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--handler",
      paramLabel = "PREFIX=CLASS",
      converter = Assignments.class,
      description =
          "Export the methods that a class declares as PREFIX.method; =CLASS exports them without"
              + " a prefix. Repeatable.")
  private List<Assignment> handlers = new ArrayList<>();

  @Option(
      names = "--class-path",
      paramLabel = "PATH",
      description =
          "Jars and directories where the classes are, with the separator of this platform.")
  private String classPath = "";

  @Option(names = "--no-samples", description = "Export none of the samples.")
  private boolean withoutSamples;

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      converter = Assignments.class,
      description =
          "A setting of the servlet, as an init-param in web.xml: max-request-bytes=1000000."
              + " Repeatable.")
  private List<Assignment> settings = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port for http; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--https-port",
      paramLabel = "N",
      description = "Port for https, besides the other; needs --keystore. Default: no https.")
  private @Nullable Integer httpsPort;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      description =
          "PKCS12 file with the key and certificate for https. Its password comes from the file"
              + " below, from the variable "
              + PASSWORD_VARIABLE
              + ", or from the terminal.")
  private @Nullable Path keyStore;

  @Option(
      names = "--keystore-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches; any"
              + " other, such as 0.0.0.0, opens the server to the network. From there the servlet"
              + " accepts https only, unless told --setting plain-http=always.")
  private InetAddress address = InetAddress.getLoopbackAddress();

  @Option(
      names = "--context-path",
      paramLabel = "PATH",
      defaultValue = "/",
      description = "Where the application is, as /name. Default: ${DEFAULT-VALUE}.")
  private String contextPath = "/";

  @Option(
      names = "--webapp",
      paramLabel = "PATH",
      description = "War or directory of the application. Default: the war that was started.")
  private @Nullable Path webapp;

  /** A command whose options picocli is going to fill in. */
  Serve() {}

  @Override
  public Integer call() {
    checkUsage();
    try (WebServer server = new WebServer(address, application())) {
      server.listen(port);
      if (httpsPort != null && keyStore != null) {
        char[] password =
            Password.ofProcess("--keystore-password-file", PASSWORD_VARIABLE)
                .read(keyStore.toString(), passwordFile);
        server.listen(httpsPort, new KeyStoreFile(keyStore, password).ssl());
      }
      server.start();
      announce(server.uris());
      server.await();
    }
    return Main.OK;
  }

  private void announce(List<URI> uris) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        uris.stream()
            .map(URI::toString)
            .collect(Collectors.joining(" and ", "Farcall is ready at ", "")));
    out.flush();
  }

  private Application application() {
    return new Application(
        webapp == null ? Application.startedWar() : webapp,
        contextPath,
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(classPath)
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList(),
        new InitParams(
            withoutSamples ? InitParams.Samples.DROPPED : InitParams.Samples.KEPT, params()));
  }

  private Map<String, String> params() {
    List<Assignment> params = new ArrayList<>(settings);
    handlers.forEach(handler -> params.add(handler.withPrefix("handler.")));
    try {
      return Assignment.toMap(params);
    } catch (IllegalArgumentException e) {
      throw usage(CommandFailure.reason(e));
    }
  }

  private void checkUsage() {
    checkPort("--port", port);
    if (httpsPort != null) {
      checkPort("--https-port", httpsPort);
    }
    if ((httpsPort == null) != (keyStore == null)) {
      throw usage("--https-port and --keystore need each other");
    }
    if (passwordFile != null && keyStore == null) {
      throw usage("--keystore-password-file needs --keystore");
    }
    if (!contextPath.matches("/|(/[A-Za-z0-9._~-]+)+")) {
      throw usage("--context-path: expected / or /name, got \"" + contextPath + "\"");
    }
  }

  private void checkPort(String option, int number) {
    if (number < 0 || number > 65_535) {
      throw usage(option + ": expected a port from 0 to 65535, got " + number);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Reads {@code NAME=VALUE}. */
  private static final class Assignments implements ITypeConverter<Assignment> {

    @Override
    public Assignment convert(String text) {
      try {
        return Assignment.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(CommandFailure.reason(e));
      }
    }
  }
}
