package dev.farcall.server;

import dev.farcall.Struct;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.TypeDescription.Member;
import dev.farcall.server.MethodInfo.Parameter;
import dev.farcall.server.MethodInfo.Signature;
import java.util.List;

/** What {@code system.describe} answers, as structs that any client can read. */
final class TypeStructs {
  private TypeStructs() {}

  static Struct of(MethodInfo method) {
    Struct struct =
        new Struct()
            .with("name", method.name())
            .with("help", method.help())
            .with("idempotent", method.idempotent())
            .with("signatures", method.signatures().stream().map(TypeStructs::of).toList());
    Access access = method.access();
    return access.isForAnyone() ? struct : struct.with("roles", access.roles());
  }

  private static Struct of(Signature signature) {
    return new Struct()
        .with("result", of(signature.result()))
        .with("params", signature.parameters().stream().map(TypeStructs::of).toList());
  }

  private static Struct of(Parameter parameter) {
    Struct struct = new Struct().with("name", parameter.name()).with("type", of(parameter.type()));
    return switch (parameter.presence()) {
      case REQUIRED -> struct;
      case OPTIONAL -> struct.with("optional", true);
      case REPEATED -> struct.with("repeated", true);
    };
  }

  private static Struct of(TypeDescription type) {
    Struct struct = new Struct().with("type", type.type().wireName());
    TypeDescription element = type.element();
    if (type.name() != null) {
      struct.put("name", type.name());
    }
    if (element != null) {
      struct.put("element", of(element));
    }
    if (!type.members().isEmpty()) {
      struct.put("members", type.members().stream().map(TypeStructs::of).toList());
    }
    if (!type.constants().isEmpty()) {
      struct.put("values", List.copyOf(type.constants()));
    }
    return struct;
  }

  private static Struct of(Member member) {
    return new Struct()
        .with("name", member.name())
        .with("type", of(member.type()))
        .with("optional", member.optional());
  }
}
