package dev.farcall.client;

import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which protocols may be spoken: TLS 1.2 and 1.3, whatever else the JDK was configured to allow.
 */
final class TlsParameters {

  private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  private TlsParameters() {}

  /**
   * Those given, without the protocols and the signatures that are not safe.
   *
   * @param given not changed; null for the defaults
   * @throws IllegalArgumentException if no protocol is left
   */
  static SSLParameters of(@Nullable SSLParameters given, SSLContext context) {
    SSLParameters parameters = given == null ? new SSLParameters() : copy(given, context);
    String[] wanted = given == null ? null : given.getProtocols();
    String[] allowed =
        Stream.of(wanted == null ? PROTOCOLS.toArray(String[]::new) : wanted)
            .filter(PROTOCOLS::contains)
            .toArray(String[]::new);
    if (allowed.length == 0) {
      throw new IllegalArgumentException(
          "sslParameters allow none of " + String.join(" and ", PROTOCOLS));
    }
    parameters.setProtocols(allowed);
    parameters.setAlgorithmConstraints(SafeAlgorithms.with(parameters.getAlgorithmConstraints()));
    return parameters;
  }

  /** What a newer JDK has more of than we know is copied by an engine, which knows it all. */
  private static SSLParameters copy(SSLParameters given, SSLContext context) {
    SSLEngine engine = context.createSSLEngine();
    engine.setSSLParameters(given);
    return engine.getSSLParameters();
  }
}
