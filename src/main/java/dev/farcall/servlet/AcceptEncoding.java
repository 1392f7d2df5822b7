package dev.farcall.servlet;

import java.util.Locale;

/** What an Accept-Encoding header says about gzip. */
final class AcceptEncoding {

  private AcceptEncoding() {}

  /** Whether gzip is accepted: named, or covered by {@code *}, with a quality other than 0. */
  static boolean allowsGzip(Iterable<String> headers) {
    boolean any = false;
    for (String header : headers) {
      for (String item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
        String[] parts = item.split(";", -1);
        switch (parts[0].strip()) {
          case "gzip", "x-gzip" -> {
            return isWanted(parts);
          }
          case "*" -> any = isWanted(parts);
          default -> {}
        }
      }
    }
    return any;
  }

  private static boolean isWanted(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replaceAll("\\s", "");
      if (parameter.matches("q=0(\\.0*)?")) {
        return false;
      }
    }
    return true;
  }
}
