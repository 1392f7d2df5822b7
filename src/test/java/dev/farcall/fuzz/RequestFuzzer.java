package dev.farcall.fuzz;

/** Any bytes as a methodCall. */
public final class RequestFuzzer {

  private RequestFuzzer() {}

  /** What Jazzer calls first: loads the classes, for which no input should be blamed. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    DocumentRules.check(DocumentKind.CALL, input);
  }
}
