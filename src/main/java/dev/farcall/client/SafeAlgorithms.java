package dev.farcall.client;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No signature by MD5 or SHA-1, both of which have been forged. The JDK refuses the latter only
 * below the authorities that it ships.
 */
final class SafeAlgorithms implements AlgorithmConstraints {

  private final Optional<AlgorithmConstraints> more;

  private SafeAlgorithms(Optional<AlgorithmConstraints> more) {
    this.more = more;
  }

  /** These, and what the caller refuses besides. */
  static SafeAlgorithms with(@Nullable AlgorithmConstraints more) {
    return new SafeAlgorithms(Optional.ofNullable(more));
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
    return isSafe(primitives, algorithm)
        && more.map(its -> its.permits(primitives, algorithm, parameters)).orElse(true);
  }

  @Override
  public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
    return more.map(its -> its.permits(primitives, key)).orElse(true);
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives,
      String algorithm,
      Key key,
      @Nullable AlgorithmParameters parameters) {
    return isSafe(primitives, algorithm)
        && more.map(its -> its.permits(primitives, algorithm, key, parameters)).orElse(true);
  }

  private static boolean isSafe(Set<CryptoPrimitive> primitives, String algorithm) {
    if (!primitives.contains(CryptoPrimitive.SIGNATURE)) {
      return true;
    }
    String name = algorithm.toUpperCase(Locale.ROOT);
    return !name.startsWith("MD5") && !name.startsWith("SHA1") && !name.startsWith("SHA-1");
  }
}
