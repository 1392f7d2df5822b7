package dev.farcall.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no secure connection. The JDK tells it by the class of a cause where a certificate
 * is at fault, and else by nothing but its message.
 */
enum TlsFailure {
  EXPIRED("its certificate has expired"),
  NOT_YET_VALID("its certificate is not valid yet"),
  WEAK("its certificate is signed or made by an algorithm that is not safe"),
  UNKNOWN_AUTHORITY("its certificate is not signed by an authority that this client trusts"),
  OTHER_HOST("its certificate is for another host"),
  WANTS_CERTIFICATE("it wants a certificate of the client, one that it trusts (sslContext)"),
  OLD_PROTOCOL("it speaks neither TLS 1.2 nor 1.3"),
  NOTHING_IN_COMMON("it has no protocol or cipher in common with this client"),
  NO_TLS("it does not speak TLS there"),
  OTHER("the handshake failed");

  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  /** By which a server turns away a client without a certificate, or with one it does not trust. */
  private static final Set<String> CLIENT_REFUSED =
      Set.of(
          "access_denied",
          "bad_certificate",
          "certificate_expired",
          "certificate_required",
          "certificate_revoked",
          "certificate_unknown",
          "unknown_ca",
          "unsupported_certificate");

  private final String words;

  TlsFailure(String words) {
    this.words = words;
  }

  /** What to tell whoever called. */
  static String describe(SSLException failure, String host) {
    TlsFailure kind = of(failure);
    String detail = kind == OTHER ? ": " + failure.getMessage() : CertificateDates.told(failure);
    return "no secure connection to " + host + ": " + kind.words + detail;
  }

  /**
   * Whether the server turned the client away. With TLS 1.3 the client learns of it when it has
   * begun to send, but a server reads no call before it knows the certificate of who calls.
   */
  static boolean isRefusal(SSLException failure) {
    return of(failure) == WANTS_CERTIFICATE;
  }

  private static TlsFailure of(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      TlsFailure found = ofCertificate(cause);
      if (found != null) {
        return found;
      }
    }
    return ofMessage(String.valueOf(failure.getMessage()));
  }

  private static @Nullable TlsFailure ofCertificate(Throwable cause) {
    if (cause instanceof CertPathValidatorException invalid) {
      return ofPath(invalid);
    } else if (cause instanceof CertificateExpiredException) {
      return EXPIRED;
    } else if (cause instanceof CertificateNotYetValidException) {
      return NOT_YET_VALID;
    } else if (cause instanceof CertPathBuilderException) {
      return UNKNOWN_AUTHORITY;
    }
    // What checks the name of the host has no other words than these, and no cause.
    boolean named = String.valueOf(cause.getMessage()).matches("(?s)No (subject|name).*");
    return cause instanceof CertificateException && named ? OTHER_HOST : null;
  }

  private static TlsFailure ofPath(CertPathValidatorException invalid) {
    if (invalid.getReason() == BasicReason.EXPIRED) {
      return EXPIRED;
    } else if (invalid.getReason() == BasicReason.NOT_YET_VALID) {
      return NOT_YET_VALID;
    }
    return invalid.getReason() == BasicReason.ALGORITHM_CONSTRAINED ? WEAK : UNKNOWN_AUTHORITY;
  }

  private static TlsFailure ofMessage(String message) {
    // Without the words around it, the name would also be that of what this client found.
    Matcher alert = ALERT.matcher(message);
    if (alert.find() && CLIENT_REFUSED.contains(alert.group(1))) {
      return WANTS_CERTIFICATE;
    } else if (message.contains("protocol_version")
        || message.contains("not accepted by client preferences")) {
      return OLD_PROTOCOL;
    } else if (message.contains("handshake_failure")) {
      return NOTHING_IN_COMMON;
    }
    return message.matches("(?is).*unrecognized SSL message.*") ? NO_TLS : OTHER;
  }
}
