package dev.farcall.cli;

import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.cli.Verdict.Kind;
import dev.farcall.client.Service;
import dev.farcall.client.XmlRpcClient;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that finds out what a server understands. */
@Command(
    name = "check",
    description = {
      "Calls the methods of validator1, if the server has them, and sends some 80 small documents,"
          + " odd ones and malformed ones; reports what became of each.",
      "",
      "It sends documents, one at a time, and nothing that is meant to harm. Each has 10 seconds,"
          + " or what --timeout says. After three without an answer no more are sent.",
      "",
      "The status is 0 when the server answered, whatever it answered, and 1 when a method of"
          + " validator1 did not do what it should.",
      ""
    },
    footer = {"", "Example:", "  farcall check --echo sample.echo http://localhost:8080/RPC2"})
final class Check implements Callable<Integer> {

  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final int MOST_SILENCES = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Connection connection = new Connection();

  @Parameters(index = "0", paramLabel = "URL", description = Connection.URL)
  private String url = "";

  @Option(
      names = "--echo",
      paramLabel = "METHOD",
      description =
          "A method that answers with the struct that it is given, to see what came of values."
              + " Default: validator1.echoStructTest or sample.echo; without these a method that"
              + " cannot be there, whose fault tells that a document was read.")
  private @Nullable String echo;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  /** A command whose options picocli is going to fill in. */
  Check() {}

  @Override
  public Integer call() {
    DocumentTransport documents = new DocumentTransport();
    XmlRpcClient.Builder builder = connection.builder(url).aroundTransport(documents::around);
    try (XmlRpcClient client = Connection.build(builder)) {
      CheckReport report = check(client.within(connection.timeoutOr(USUAL)), documents);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(report.toStruct()));
      } else {
        report.lines().forEach(out::println);
      }
      out.flush();
      return report.hasFailures() ? Main.FAULT : Main.OK;
    }
  }

  private CheckReport check(Service server, DocumentTransport documents) {
    CheckTarget target = CheckTarget.find(server, Optional.ofNullable(echo));
    Map<String, Verdict> validator1 =
        Validator1Checks.areThere(server, methods(server))
            ? Validator1Checks.run(server)
            : Map.of();
    return new CheckReport(validator1, target, send(target, documents));
  }

  private static List<String> methods(Service server) {
    try {
      return server.system().listMethods();
    } catch (FaultException | MappingException e) {
      return List.of();
    }
  }

  private Map<CheckDocument, Verdict> send(CheckTarget target, DocumentTransport documents) {
    Map<CheckDocument, Verdict> verdicts = new LinkedHashMap<>();
    List<CheckDocument> all = CheckDocument.all();
    Progress progress = Progress.to(spec.commandLine().getErr());
    int silences = 0;
    for (CheckDocument document : all) {
      progress.show("document " + (verdicts.size() + 1) + " of " + all.size());
      if (silences == MOST_SILENCES) {
        verdicts.put(document, Verdict.of(Kind.NOT_SENT, ""));
        continue;
      }
      documents.replaceBy(document, target.method());
      Verdict verdict = target.send();
      silences = verdict.kind() == Kind.SILENT ? silences + 1 : 0;
      verdicts.put(document, verdict);
    }
    progress.end();
    return verdicts;
  }
}
