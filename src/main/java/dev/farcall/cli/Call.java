package dev.farcall.cli;

import dev.farcall.Binary;
import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.wire.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that calls one method. */
@Command(
    name = "call",
    description = {
      "Calls a method, and prints its result.",
      "",
      "A text is printed as it is, bytes as base64, and everything else as a tree, which is YAML.",
      ""
    },
    footer = {
      "",
      "Arguments:",
      "  i:5  l:5000000000      a whole number of 32 bit (int), of 64 bit (i8)",
      "  d:1.5                  a double",
      "  s:text                 a string",
      "  b:true  b:0            a boolean",
      "  t:2026-11-23T10:00:00  a date; without dashes, and with .5, Z or +02:00 behind it, too",
      "  f:photo.jpg  f:-       the bytes of a file (base64), of the standard input",
      "  x:cafe01  64:yv4B      bytes in hexadecimal digits, in base64",
      "  n:                     nil",
      "  j:\"text\"  [1]  {}      JSON: a whole number is an int, or an i8 if it needs 64 bit; all",
      "                         other numbers are doubles. {\"$t\": \"20261123T10:00:00\"} is a date,"
          + " and so",
      "                         on for all types above.",
      "  other words            a number or a boolean if JSON has it so, as 5, -1.5 and true; else"
          + " a",
      "                         string, as 007 and 1.2.3 are.",
      "",
      "Examples:",
      "  farcall call http://localhost:8080/RPC2 sample.get_power 3 2",
      "  farcall call http://localhost:8080/RPC2 sample.oldest \\",
      "      '[{\"name\": \"Ann\", \"born\": {\"$t\": \"1980-05-17T00:00:00\"}}]'",
      "  farcall call --user ann --output photo.jpg https://example.org/api album.photo s:42"
    })
final class Call implements Callable<Integer> {

  /** What takes so long to send that somebody may wonder. */
  private static final long MANY_BYTES = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Connection connection = new Connection();

  @Parameters(index = "0", paramLabel = "URL", description = Connection.URL)
  private String url = "";

  @Parameters(index = "1", paramLabel = "METHOD", description = "Name of the method.")
  private String method = "";

  @Parameters(
      index = "2..*",
      paramLabel = "ARG",
      description = "What the method is given; see below.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      converter = Dialects.class,
      completionCandidates = Dialects.class,
      description =
          "Types that may be sent: specification, or plain (i8 and nil, too), or apache (these two"
              + " as ex:i8 and ex:nil). Default: plain.")
  private Dialect dialect = Dialect.PLAIN;

  @Option(names = "--json", description = "Print the result as JSON, and a fault, too.")
  private boolean json;

  @Option(names = "--raw", description = "Print the server's answer as it came.")
  private boolean raw;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the result into this file: bytes as they are, a text as it is, everything else as"
              + " it would be printed.")
  private @Nullable Path output;

  /** A command whose options picocli is going to fill in. */
  Call() {}

  @Override
  public Integer call() throws IOException {
    checkUsage();
    Object[] params = params();
    RecordedReply reply = new RecordedReply();
    Progress progress = Progress.to(spec.commandLine().getErr());
    XmlRpcClient.Builder builder =
        connection
            .builder(url)
            .dialect(dialect)
            .aroundTransport(next -> request -> told(progress, next, request));
    if (raw) {
      builder.aroundTransport(reply::around);
    }
    try (XmlRpcClient client = Connection.build(builder)) {
      Object result = client.call(method, params);
      if (!raw) {
        show(result);
      }
    } finally {
      // An answer that is a fault, or that cannot be read, is shown none the less.
      show(reply);
    }
    return Main.OK;
  }

  private static TransportReply told(Progress progress, Transport next, TransportRequest request) {
    if (request.body().length() > MANY_BYTES) {
      progress.show("sending " + request.body().length() / MANY_BYTES + " MiB");
    }
    try {
      return next.send(request);
    } finally {
      progress.end();
    }
  }

  private @Nullable Object[] params() {
    Arguments reader = new Arguments(System.in);
    @Nullable Object[] params = new Object[arguments.size()];
    for (int i = 0; i < params.length; i++) {
      try {
        params[i] = reader.read(arguments.get(i));
      } catch (IllegalArgumentException e) {
        throw new CommandFailure("argument " + (i + 1) + ": " + CommandFailure.reason(e), e);
      }
    }
    return params;
  }

  private void show(@Nullable Object result) throws IOException {
    if (output == null || json) {
      print((json ? Json.of(result) : Yaml.of(result)) + System.lineSeparator());
    } else if (result instanceof Binary binary) {
      try (binary;
          InputStream in = binary.openStream()) {
        Files.copy(in, output, StandardCopyOption.REPLACE_EXISTING);
      }
    } else if (result instanceof String text) {
      Files.writeString(output, text);
    } else {
      print(Yaml.of(result) + System.lineSeparator());
    }
  }

  private void show(RecordedReply reply) throws IOException {
    byte[] bytes = reply.toByteArray();
    if (bytes.length == 0) {
      return;
    }
    if (output == null) {
      print(reply.text());
    } else {
      Files.write(output, bytes);
    }
  }

  private void print(String text) throws IOException {
    if (output == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(text);
      out.flush();
    } else {
      Files.writeString(output, text, StandardCharsets.UTF_8);
    }
  }

  private void checkUsage() {
    if (json && raw) {
      throw new ParameterException(spec.commandLine(), "--json and --raw exclude each other");
    }
    // The parser takes these for arguments, since numbers may begin like options.
    arguments.stream()
        .filter(word -> word.startsWith("-") && !Numbers.isNumber(word))
        .findFirst()
        .ifPresent(
            word -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "Unknown option: '" + word + "'; a text is written s:" + word);
            });
  }
}
