package dev.farcall.cli;

import dev.farcall.Struct;
import dev.farcall.client.MethodDescription;
import dev.farcall.client.XmlRpcClient;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that lists the methods of a server. */
@Command(
    name = "methods",
    description = {
      "Lists the methods of a server that has system.listMethods, sorted, one on a line.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  farcall methods http://localhost:8080/RPC2",
      "  farcall methods --long https://example.org/api"
    })
final class Methods implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Connection connection = new Connection();

  @Parameters(index = "0", paramLabel = "URL", description = Connection.URL)
  private String url = "";

  @Option(
      names = "--long",
      description = "Show how each is called, and the first line of its help.")
  private boolean detailed;

  @Option(names = "--json", description = "Print an array of JSON; with --long, of objects.")
  private boolean json;

  /** A command whose options picocli is going to fill in. */
  Methods() {}

  @Override
  public Integer call() {
    try (XmlRpcClient client = connection.open(url)) {
      Catalog catalog = new Catalog(client);
      PrintWriter out = spec.commandLine().getOut();
      if (detailed) {
        show(catalog.all(), out);
      } else if (json) {
        out.println(Json.of(catalog.names()));
      } else {
        catalog.names().forEach(name -> out.println(TerminalText.line(name)));
      }
      out.flush();
    }
    return Main.OK;
  }

  private void show(List<MethodDescription> methods, PrintWriter out) {
    if (json) {
      out.println(Json.of(methods.stream().map(Methods::toStruct).toList()));
    } else {
      methods.forEach(method -> show(method, out));
    }
  }

  private static void show(MethodDescription method, PrintWriter out) {
    List<String> signatures = SignatureText.lines(method);
    signatures.forEach(out::println);
    method
        .help()
        .lines()
        .map(line -> TerminalText.line(line.strip()))
        .filter(line -> !line.isEmpty())
        .findFirst()
        // Help that is missing is often replaced by the signature.
        .filter(line -> !signatures.contains(line))
        .ifPresent(line -> out.println("    " + line));
  }

  private static Struct toStruct(MethodDescription method) {
    return new Struct()
        .with("name", method.name())
        .with("signatures", SignatureText.lines(method))
        .with("help", method.help());
  }
}
