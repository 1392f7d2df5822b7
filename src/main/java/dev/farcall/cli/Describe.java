package dev.farcall.cli;

import dev.farcall.client.MethodDescription;
import dev.farcall.client.XmlRpcClient;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that shows what a server tells about a method. */
@Command(
    name = "describe",
    description = {
      "Shows how a method is called, the members of its structs where the server tells them, and"
          + " its help.",
      "",
      "What stands in brackets may be left out; dots are for what may come any number of times.",
      ""
    },
    footer = {"", "Example:", "  farcall describe http://localhost:8080/RPC2 sample.oldest"})
final class Describe implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Connection connection = new Connection();

  @Parameters(index = "0", paramLabel = "URL", description = Connection.URL)
  private String url = "";

  @Parameters(index = "1", paramLabel = "METHOD", description = "Name of the method.")
  private String method = "";

  /** A command whose options picocli is going to fill in. */
  Describe() {}

  @Override
  public Integer call() {
    try (XmlRpcClient client = connection.open(url)) {
      show(new Catalog(client).one(method));
    }
    return Main.OK;
  }

  private void show(MethodDescription description) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> signatures = SignatureText.lines(description);
    signatures.forEach(out::println);
    for (List<String> struct : SignatureText.structs(description)) {
      out.println();
      struct.forEach(out::println);
    }
    String help = TerminalText.of(description.help()).strip();
    if (!help.isEmpty() && !help.equals(String.join("\n", signatures))) {
      out.println();
      out.println(help);
    }
    if (description.idempotent()) {
      out.println();
      out.println("Calling it twice does no more than calling it once.");
    }
    SignatureText.roles(description)
        .ifPresent(
            roles -> {
              out.println();
              out.println(roles);
            });
    out.flush();
  }
}
