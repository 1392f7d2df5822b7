package dev.farcall.client;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No signature by MD5 or SHA-1, both of which have been forged. The JDK refuses the latter only
 * below the authorities that it ships.
 */
final class SafeAlgorithms implements AlgorithmConstraints {

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
    if (!primitives.contains(CryptoPrimitive.SIGNATURE)) {
      return true;
    }
    String name = algorithm.toUpperCase(Locale.ROOT);
    return !name.startsWith("MD5") && !name.startsWith("SHA1") && !name.startsWith("SHA-1");
  }

  @Override
  public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
    return true;
  }

  @Override
  public boolean permits(
      Set<CryptoPrimitive> primitives,
      String algorithm,
      Key key,
      @Nullable AlgorithmParameters parameters) {
    return permits(primitives, algorithm, parameters);
  }
}
