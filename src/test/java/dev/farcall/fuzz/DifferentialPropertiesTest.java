package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.model.MethodCall;
import dev.farcall.testkit.GeneratedValues;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * The codec beside the {@link NaiveReader} with the JDK's parser: on documents in odd XML they read
 * the call that was written, on damaged ones they agree but for {@link NaiveDifferences}.
 */
final class DifferentialPropertiesTest {

  @Property(tries = 400)
  void oddDocumentsAreReadAsTheyWereMeant(@ForAll("calls") MethodCall call, @ForAll long seed) {
    byte[] document = OddCall.write(call, new Random(seed));
    assertEquals(new Attempt(call, null), DocumentRules.check(DocumentKind.CALL, document));
    assertEquals(
        new Attempt(call, null), Attempt.of(() -> DocumentKind.CALL.readNaively(document)));
  }

  @Property(tries = 400)
  void damagedDocumentsAreReadAlikeOrRefused(@ForAll("calls") MethodCall call, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] document = OddCall.write(call, random);
    DocumentRules.check(DocumentKind.CALL, Damage.of(document, random));
  }

  @Provide
  Arbitrary<MethodCall> calls() {
    Arbitrary<List<@Nullable Object>> params = GeneratedValues.any().list().ofMaxSize(3);
    Arbitrary<String> names =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(12).alpha().numeric().withChars('.', '_');
    return Combinators.combine(names, params).as(MethodCall::new);
  }
}
