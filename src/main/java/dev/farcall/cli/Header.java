package dev.farcall.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A header of HTTP, as an option takes it: {@code Name: value}.
 *
 * @param name what stands before the first colon
 * @param value what stands behind it, without blanks around
 */
record Header(String name, String value) {

  /** Reads one. */
  static final class Converter implements ITypeConverter<Header> {

    @Override
    public Header convert(String text) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw new TypeConversionException("expected 'Name: value'");
      }
      return new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }
  }
}
