package dev.farcall.client;

import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Which protocols may be spoken: TLS 1.2 and 1.3, whatever else the JDK was configured to allow.
 */
final class TlsParameters {

  private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  private TlsParameters() {}

  /**
   * Those given, without the protocols that are not safe.
   *
   * @param given null for the defaults
   * @throws IllegalArgumentException if no protocol is left
   */
  static SSLParameters of(@Nullable SSLParameters given) {
    SSLParameters parameters = given == null ? new SSLParameters() : given;
    String[] wanted = parameters.getProtocols();
    String[] allowed =
        Stream.of(wanted == null ? PROTOCOLS.toArray(String[]::new) : wanted)
            .filter(PROTOCOLS::contains)
            .toArray(String[]::new);
    if (allowed.length == 0) {
      throw new IllegalArgumentException(
          "sslParameters allow none of " + String.join(" and ", PROTOCOLS));
    }
    parameters.setProtocols(allowed);
    if (parameters.getAlgorithmConstraints() == null) {
      parameters.setAlgorithmConstraints(new SafeAlgorithms());
    }
    return parameters;
  }
}
