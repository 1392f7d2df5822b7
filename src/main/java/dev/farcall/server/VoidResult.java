package dev.farcall.server;

import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import org.jspecify.annotations.Nullable;

/** What a method that returns nothing answers, since every answer of XML-RPC has a value. */
public enum VoidResult {
  /** The boolean true. */
  TRUE,
  /** The empty string. */
  EMPTY_STRING,
  /** Nil, which not every client can read. */
  NIL;

  @Nullable Object value() {
    return switch (this) {
      case TRUE -> true;
      case EMPTY_STRING -> "";
      case NIL -> null;
    };
  }

  TypeDescription type() {
    return TypeDescription.of(ValueType.of(value()));
  }
}
