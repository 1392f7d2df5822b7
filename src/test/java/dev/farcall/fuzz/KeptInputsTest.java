package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inputs that fuzzing begins with, those that showed a mistake among them, without Jazzer. */
final class KeptInputsTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVERY")
  void everyRuleHoldsOfThem(Target target) throws IOException {
    assertAll(target.inputs().stream().map(input -> run(target, input)));
  }

  private static Executable run(Target target, Input input) {
    return () -> {
      try {
        target.run(input.bytes());
      } catch (Throwable failure) {
        throw new AssertionError(input.name(), failure);
      }
    };
  }
}
