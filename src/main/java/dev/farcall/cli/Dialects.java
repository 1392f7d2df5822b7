package dev.farcall.cli;

import dev.farcall.wire.Dialect;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names that dialects have as options; iterated over for the shell's completion. */
final class Dialects implements ITypeConverter<Dialect>, Iterable<String> {

  @Override
  public Dialect convert(String name) {
    return switch (name) {
      case "specification" -> Dialect.SPECIFICATION;
      case "plain" -> Dialect.PLAIN;
      case "apache" -> Dialect.APACHE;
      default ->
          throw new TypeConversionException(
              "expected specification, plain or apache, got \"" + name + "\"");
    };
  }

  @Override
  public Iterator<String> iterator() {
    return List.of("specification", "plain", "apache").iterator();
  }
}
