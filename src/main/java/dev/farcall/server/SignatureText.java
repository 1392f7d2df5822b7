package dev.farcall.server;

import dev.farcall.mapping.TypeDescription;
import dev.farcall.server.MethodInfo.Parameter;
import dev.farcall.server.MethodInfo.Signature;
import java.util.List;
import java.util.stream.Collectors;

/** The help of a method that has none: how it is called. */
final class SignatureText {
  private SignatureText() {}

  /** {@code int sample.add(int a, int b)}, and a line for each further signature. */
  static String of(String name, List<Signature> signatures) {
    return signatures.isEmpty()
        ? name + "(...)"
        : signatures.stream()
            .map(signature -> of(name, signature))
            .collect(Collectors.joining("\n"));
  }

  private static String of(String name, Signature signature) {
    String parameters =
        signature.parameters().stream().map(SignatureText::of).collect(Collectors.joining(", "));
    return of(signature.result()) + " " + name + "(" + parameters + ")";
  }

  private static String of(Parameter parameter) {
    String type = of(parameter.type());
    return switch (parameter.presence()) {
      case REQUIRED -> type + " " + parameter.name();
      case OPTIONAL -> "[" + type + " " + parameter.name() + "]";
      case REPEATED -> type + "... " + parameter.name();
    };
  }

  private static String of(TypeDescription type) {
    TypeDescription element = type.element();
    String name = type.name() == null ? "" : " " + type.name();
    String of = element == null ? "" : " of " + of(element);
    return type.type().wireName() + name + of;
  }
}
