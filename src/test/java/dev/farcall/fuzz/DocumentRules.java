package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Fault;
import dev.farcall.model.Lexical;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.BodyTooLargeException;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds of every document, whatever its bytes: it is read or refused with a documented code,
 * without a word on stderr; what was read can be written and read again; and the readings, and the
 * {@link NaiveReader}, agree.
 */
final class DocumentRules {

  /** So low that a short document is beyond each. */
  static final WireLimits TIGHT = new WireLimits(4_096, 3, 12, 3, 3, 24, 12, 3, 80);

  private static final int LONGEST_MESSAGE = 50_000;
  private static final Set<FaultCode> DOCUMENTED =
      Set.of(
          FaultCode.NOT_WELL_FORMED,
          FaultCode.UNSUPPORTED_ENCODING,
          FaultCode.INVALID_CHARACTER,
          FaultCode.INVALID_REQUEST,
          FaultCode.INVALID_PARAMS,
          FaultCode.LIMIT_EXCEEDED);

  private static final Codec STANDARD_CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);
  private static final Codec LENIENT_CODEC = Codec.of(WireLimits.defaults(), Reading.LENIENT);
  private static final Codec TIGHT_CODEC = Codec.of(TIGHT, Reading.STANDARD);

  private DocumentRules() {}

  /**
   * Fails if one of them does not hold.
   *
   * @return what standard reading came to
   */
  static Attempt check(DocumentKind kind, byte[] document) {
    Attempt standard = read(kind, STANDARD_CODEC, document);
    Attempt lenient = read(kind, LENIENT_CODEC, document);
    if (standard.isAccepted()) {
      assertEquals(trimmed(standard), lenient, "standard and lenient reading");
    }
    checkTight(standard, read(kind, TIGHT_CODEC, document), kind);
    NaiveDifferences.check(kind, document, standard);
    return standard;
  }

  /** Lenient reading leaves out the blanks around the name of a method, and differs in no more. */
  private static Attempt trimmed(Attempt standard) {
    return standard.result() instanceof MethodCall call
        ? new Attempt(
            new MethodCall(Lexical.trim(call.methodName()).toString(), call.params()), null)
        : standard;
  }

  /** What a document comes to, once it has been written and read again. */
  private static Attempt read(DocumentKind kind, Codec codec, byte[] document) {
    Attempt attempt =
        StandardError.silent(() -> Attempt.of(() -> kind.read(codec, document.clone())));
    if (attempt.refusal() instanceof WireException refusal) {
      checkRefusal(refusal);
    } else if (attempt.refusal() != null) {
      checkTooLarge(attempt.refusal(), document);
    } else {
      checkRoundTrip(kind, codec, Objects.requireNonNull(attempt.result()));
    }
    return attempt;
  }

  private static void checkRoundTrip(DocumentKind kind, Codec codec, Object read) {
    Dialect dialect = Dialect.APACHE.withNonFinite(Dialect.NonFinite.WRITE);
    Attempt again = Attempt.of(() -> kind.read(roomy(codec), kind.write(codec, read, dialect)));
    assertEquals(new Attempt(read, null), again, "what was read, written and read again");
  }

  /** What was written may have more bytes than what was read. */
  private static Codec roomy(Codec codec) {
    return codec == LENIENT_CODEC ? LENIENT_CODEC : STANDARD_CODEC;
  }

  /** A refusal becomes a fault, which must be complete. */
  private static void checkRefusal(WireException refusal) {
    assertTrue(DOCUMENTED.contains(refusal.code()), refusal::toString);
    String message = Objects.requireNonNull(refusal.getMessage());
    assertEquals(-1, Lexical.illegalCharacter(message), message);
    assertTrue(message.length() <= LONGEST_MESSAGE, message);
    MethodResponse fault = MethodResponse.of(Fault.of(refusal.code(), message));
    assertEquals(
        new Attempt(fault, null),
        Attempt.of(
            () -> {
              DocumentKind response = DocumentKind.RESPONSE;
              return response.read(
                  STANDARD_CODEC, response.write(STANDARD_CODEC, fault, Dialect.PLAIN));
            }));
  }

  private static void checkTooLarge(Exception refusal, byte[] document) {
    assertEquals(BodyTooLargeException.class, refusal.getClass());
    assertTrue(document.length > TIGHT.maxDocumentBytes(), refusal::toString);
  }

  /** Limits change what is refused, and nothing else. */
  private static void checkTight(Attempt standard, Attempt tight, DocumentKind kind) {
    if (tight.isAccepted()) {
      assertEquals(standard, tight, "wide and tight limits");
      checkWithin(kind.values(Objects.requireNonNull(tight.result())));
    } else if (standard.isAccepted() && tight.refusal() instanceof WireException refusal) {
      assertEquals(FaultCode.LIMIT_EXCEEDED, refusal.code(), refusal.toString());
    }
  }

  private static void checkWithin(List<@Nullable Object> values) {
    // The struct of a fault is a value as well.
    assertTrue(values.size() <= TIGHT.maxParams(), "params");
    int count = values.stream().mapToInt(value -> countWithin(value, 0)).sum();
    assertTrue(count <= TIGHT.maxValues(), "values");
  }

  private static int countWithin(@Nullable Object value, int depth) {
    assertTrue(depth <= TIGHT.maxDepth(), "levels");
    int count = 1;
    if (value instanceof List<?> list) {
      for (Object item : list) {
        count += countWithin(item, depth + 1);
      }
    } else if (value instanceof Map<?, ?> struct) {
      assertTrue(struct.size() <= TIGHT.maxMembers(), "members");
      for (Map.Entry<?, ?> member : struct.entrySet()) {
        assertTrue(member.getKey().toString().length() <= TIGHT.maxMemberNameChars(), "name");
        count += countWithin(member.getValue(), depth + 1);
      }
    }
    return count;
  }
}
