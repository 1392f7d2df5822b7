package dev.farcall.fuzz;

/**
 * Any bytes to all the others, for a short run: starting Jazzer takes longer than a thousand
 * inputs.
 */
public final class EveryFuzzer {

  private EveryFuzzer() {}

  /** What Jazzer calls first: loads the classes, for which no input should be blamed. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[0]);
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] input) {
    RequestFuzzer.fuzzerTestOneInput(input);
    ScalarFuzzer.fuzzerTestOneInput(input);
    ResponseFuzzer.fuzzerTestOneInput(input);
    DispatchFuzzer.fuzzerTestOneInput(input);
  }
}
