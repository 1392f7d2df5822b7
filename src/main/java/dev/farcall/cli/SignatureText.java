package dev.farcall.cli;

import dev.farcall.client.MethodDescription;
import dev.farcall.client.MethodDescription.Parameter;
import dev.farcall.client.MethodDescription.Signature;
import dev.farcall.mapping.TypeDescription;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How methods are called, in lines for people that are safe for a terminal. */
final class SignatureText {

  private SignatureText() {}

  /** A line for each way to call it: {@code int sample.add(int a, int b)}. */
  static List<String> lines(MethodDescription method) {
    String name = TerminalText.line(method.name());
    return method.signatures().isEmpty()
        ? List.of(name + "(...)")
        : method.signatures().stream().map(signature -> line(name, signature)).toList();
  }

  /** A line for who may call it, if that is not anyone: {@code Needs a role: admin, operator}. */
  static Optional<String> roles(MethodDescription method) {
    return method.roles().isEmpty()
        ? Optional.empty()
        : Optional.of("Needs a role: " + TerminalText.line(String.join(", ", method.roles())));
  }

  /** The structs whose members are known, each as a line with its name and one for each member. */
  static List<List<String>> structs(MethodDescription method) {
    Set<TypeDescription> structs = new LinkedHashSet<>();
    for (Signature signature : method.signatures()) {
      collect(signature.result(), structs);
      signature.params().forEach(param -> collect(param.type(), structs));
    }
    return structs.stream().map(SignatureText::struct).toList();
  }

  private static void collect(TypeDescription type, Set<TypeDescription> structs) {
    TypeDescription element = type.element();
    if (element != null) {
      collect(element, structs);
    }
    if (!type.members().isEmpty() && structs.add(type)) {
      type.members().forEach(member -> collect(member.type(), structs));
    }
  }

  private static List<String> struct(TypeDescription struct) {
    return Stream.concat(
            Stream.of(type(struct)),
            struct.members().stream()
                .map(
                    member ->
                        "  "
                            + optional(
                                type(member.type()) + " " + TerminalText.line(member.name()),
                                member.optional())))
        .toList();
  }

  private static String line(String name, Signature signature) {
    String params =
        signature.params().stream().map(SignatureText::param).collect(Collectors.joining(", "));
    return type(signature.result()) + " " + name + "(" + params + ")";
  }

  private static String param(Parameter param) {
    String dots = param.repeated() ? "..." : "";
    return optional(
        type(param.type()) + dots + " " + TerminalText.line(param.name()), param.optional());
  }

  private static String optional(String text, boolean optional) {
    return optional ? "[" + text + "]" : text;
  }

  private static String type(TypeDescription type) {
    TypeDescription element = type.element();
    String name = type.name() == null ? "" : " " + TerminalText.line(type.name());
    String of = element == null ? "" : " of " + type(element);
    String values =
        type.constants().isEmpty()
            ? ""
            : " (" + TerminalText.line(String.join(", ", type.constants())) + ")";
    return type.type().wireName() + name + values + of;
  }
}
