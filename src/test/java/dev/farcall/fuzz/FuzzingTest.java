package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs that Jazzer makes, led by the branches they take: some in every build, the same each time,
 * and with {@code -Pfuzz} as many as {@code -Dfuzz.seconds} allow for each target.
 */
final class FuzzingTest {

  private static final int MADE_INPUTS = 1_000;
  private static final long SECONDS = Long.getLong("fuzz.seconds", 0);

  static List<Target> targets() {
    return SECONDS == 0
        ? List.of(Target.EVERY)
        : List.of(Target.REQUEST, Target.SCALAR, Target.RESPONSE, Target.DISPATCH);
  }

  /** Whoever mends what it finds keeps the input: see the README. */
  @ParameterizedTest
  @MethodSource("targets")
  void everyRuleHoldsOfWhatIsMade(Target target) throws IOException, InterruptedException {
    assertEquals(
        "",
        SECONDS == 0
            ? JazzerRun.ofInputs(target, MADE_INPUTS)
            : JazzerRun.ofSeconds(target, SECONDS));
  }
}
