package dev.farcall.cli;

import com.palantir.javapoet.ClassName;
import dev.farcall.client.MethodDescription;
import dev.farcall.client.MethodDescription.Signature;
import dev.farcall.client.XmlRpcClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that writes what a Java program needs to call a server. */
@Command(
    name = "generate",
    description = {
      "Writes a Java interface for XmlRpcClient.proxy, with a method for each signature that the"
          + " server tells, and a record for each struct whose members it tells.",
      "",
      "Names that Java does not have are changed; the annotations keep them. What the server does"
          + " not tell is Object, or Map<String, Object>.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  farcall generate --prefix sample http://localhost:8080/RPC2",
      "  farcall generate --package com.example --output src/main/java https://example.org/api",
      "  farcall generate --markdown --output methods.md https://example.org/api"
    })
final class Generate implements Callable<Integer> {

  private static final String PRINTED = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Connection connection = new Connection();

  @Parameters(index = "0", paramLabel = "URL", description = Connection.URL)
  private String url = "";

  @Option(
      names = "--prefix",
      paramLabel = "NAME",
      description =
          "Only the methods whose names begin with this and a dot, which is to be given to proxy,"
              + " too. Default: all but those of system.")
  private String prefix = "";

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "Package of the interface. Default: none.")
  private String packageName = "";

  @Option(
      names = "--class-name",
      paramLabel = "NAME",
      description = "Name of the interface. Default: that of the prefix, or RemoteMethods.")
  private String className = "";

  @Option(
      names = "--sample",
      paramLabel = "METHOD",
      description =
          "Call this method, without parameters, and make records of the structs that it answers"
              + " with. What they lack this time, or what is nil, cannot be seen. Repeatable.")
  private List<String> samples = new ArrayList<>();

  @Option(
      names = "--markdown",
      description = "Write a page of documentation in Markdown instead of Java.")
  private boolean markdown;

  @Option(
      names = "--output",
      paramLabel = "PATH",
      description =
          "Directory of Java sources, in which the package has its own, or the file of the page."
              + " Default: -, which prints it.")
  private String output = PRINTED;

  /** A command whose options picocli is going to fill in. */
  Generate() {}

  @Override
  public Integer call() throws IOException {
    checkUsage();
    try (XmlRpcClient client = connection.open(url)) {
      List<MethodDescription> methods = sampled(client, chosen(new Catalog(client).all()));
      if (markdown) {
        write(MethodsPage.of(address(client.uri()), methods), Path.of(output));
      } else {
        JavaInterface type = new JavaInterface(name(), prefix);
        write(type.source(address(client.uri()), methods), file());
      }
    }
    return Main.OK;
  }

  private List<MethodDescription> chosen(List<MethodDescription> all) {
    List<MethodDescription> chosen = all.stream().filter(this::isChosen).toList();
    if (chosen.isEmpty()) {
      throw new CommandFailure(
          prefix.isEmpty()
              ? "the server tells of no methods"
              : "the server tells of no methods that begin with " + prefix + ".");
    }
    return chosen;
  }

  private boolean isChosen(MethodDescription method) {
    return prefix.isEmpty()
        ? !method.name().startsWith("system.")
        : method.name().startsWith(prefix + ".");
  }

  private List<MethodDescription> sampled(XmlRpcClient client, List<MethodDescription> methods) {
    List<String> names = methods.stream().map(MethodDescription::name).toList();
    for (String sample : samples) {
      if (!names.contains(sample)) {
        throw new CommandFailure("--sample: there is no method " + sample + " among those written");
      }
    }
    return methods.stream()
        .map(method -> samples.contains(method.name()) ? sampled(client, method) : method)
        .toList();
  }

  private static MethodDescription sampled(XmlRpcClient client, MethodDescription method) {
    String simpleName = method.name().substring(method.name().lastIndexOf('.') + 1);
    Signature seen =
        new Signature(
            SampledType.of(JavaNames.typeName(simpleName), client.call(method.name())), List.of());
    List<Signature> signatures = new ArrayList<>(method.signatures());
    signatures.removeIf(signature -> signature.params().isEmpty());
    signatures.add(0, seen);
    return new MethodDescription(
        method.name(), method.help(), method.idempotent(), signatures, method.roles());
  }

  private ClassName name() {
    if (!className.isEmpty()) {
      return ClassName.get(packageName, className);
    }
    return ClassName.get(
        packageName, prefix.isEmpty() ? "RemoteMethods" : JavaNames.typeName(prefix));
  }

  private Path file() {
    ClassName name = name();
    Path directory = Path.of(output);
    for (String part : name.packageName().split("\\.", -1)) {
      directory = directory.resolve(part);
    }
    return directory.resolve(name.simpleName() + ".java");
  }

  private void write(String text, Path file) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (output.equals(PRINTED)) {
      out.print(text);
    } else {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
      out.println(file);
    }
    out.flush();
  }

  /** Without a query, which may hold a secret. */
  private static String address(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  private void checkUsage() {
    if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
      throw usage("--package: not the name of a package: \"" + packageName + "\"");
    }
    if (!className.isEmpty()
        && (!SourceVersion.isIdentifier(className) || SourceVersion.isKeyword(className))) {
      throw usage("--class-name: not the name of a class: \"" + className + "\"");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
