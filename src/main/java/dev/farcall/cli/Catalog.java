package dev.farcall.cli;

import dev.farcall.FaultException;
import dev.farcall.client.MethodDescription;
import dev.farcall.client.MethodDescription.Parameter;
import dev.farcall.client.MethodDescription.Signature;
import dev.farcall.client.MultiCall;
import dev.farcall.client.MultiCall.Result;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells about its methods: all that {@code system.describe} has, or what can be had
 * from the methods that most servers have instead.
 */
final class Catalog {

  /** What servers take in one multicall; ours takes 100 by default. */
  private static final int CALLS = 100;

  private final XmlRpcClient client;

  Catalog(XmlRpcClient client) {
    this.client = client;
  }

  /** The names of all methods, sorted. */
  List<String> names() {
    return client.system().listMethods().stream().sorted().distinct().toList();
  }

  /** All methods, sorted by name. */
  List<MethodDescription> all() {
    Optional<List<MethodDescription>> described = client.system().describe();
    if (described.isPresent()) {
      return described.get().stream()
          .sorted(Comparator.comparing(MethodDescription::name))
          .toList();
    }
    List<String> names = names();
    List<MethodDescription> all = new ArrayList<>();
    for (int from = 0; from < names.size(); from += CALLS / 2) {
      all.addAll(ask(names.subList(from, Math.min(names.size(), from + CALLS / 2))));
    }
    return all;
  }

  /**
   * One method.
   *
   * @throws FaultException if the server can tell neither how it is called nor what it is for
   */
  MethodDescription one(String name) {
    return client
        .system()
        .describe(name)
        .orElseGet(
            () -> {
              MultiCall calls = client.multiCall();
              Question question = Question.about(name, calls);
              List<Result<?>> unused = calls.execute();
              return question.answerOrFault();
            });
  }

  private List<MethodDescription> ask(List<String> names) {
    MultiCall calls = client.multiCall();
    List<Question> questions = names.stream().map(name -> Question.about(name, calls)).toList();
    List<Result<?>> unused = calls.execute();
    return questions.stream().map(Question::answer).toList();
  }

  private static List<Signature> signatures(List<List<String>> rows) {
    return rows.stream().filter(row -> !row.isEmpty()).map(Catalog::signature).toList();
  }

  private static Signature signature(List<String> row) {
    List<Parameter> params =
        IntStream.range(1, row.size())
            .mapToObj(i -> new Parameter("param" + i, type(row.get(i)), false, false))
            .toList();
    return new Signature(type(row.get(0)), params);
  }

  private static TypeDescription type(String name) {
    String known =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "i4", "integer" -> "int";
          case "bool" -> "boolean";
          case "datetime", "datetime.iso8601" -> "dateTime.iso8601";
          case "float" -> "double";
          default -> name.toLowerCase(Locale.ROOT);
        };
    return TypeDescription.of(
        Stream.of(ValueType.values())
            .filter(type -> type.wireName().equals(known))
            .findFirst()
            .orElse(ValueType.ANY));
  }

  /** What was asked about a method. A fault, or something unexpected, is no answer. */
  private record Question(
      String name, Result<@Nullable Object> signatures, Result<@Nullable Object> help) {

    static Question about(String name, MultiCall calls) {
      return new Question(
          name, calls.add("system.methodSignature", name), calls.add("system.methodHelp", name));
    }

    MethodDescription answerOrFault() {
      Optional<FaultException> fault = signatures.fault();
      if (fault.isPresent() && help.fault().isPresent()) {
        throw fault.get();
      }
      return answer();
    }

    MethodDescription answer() {
      String text = value(help) instanceof String found ? found : "";
      return new MethodDescription(
          name, text, false, Catalog.signatures(rows(value(signatures))), List.of());
    }

    private static @Nullable Object value(Result<@Nullable Object> result) {
      return result.fault().isPresent() ? null : result.get();
    }

    private static List<List<String>> rows(@Nullable Object value) {
      return value instanceof List<?> list
          ? list.stream().filter(List.class::isInstance).map(row -> names((List<?>) row)).toList()
          : List.of();
    }

    private static List<String> names(List<?> row) {
      return row.stream().map(String::valueOf).toList();
    }
  }
}
