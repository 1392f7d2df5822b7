package dev.farcall.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
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

  private final String words;

  TlsFailure(String words) {
    this.words = words;
  }

  /** What to tell whoever called. */
  String describe(String host) {
    return "no secure connection to " + host + ": " + words;
  }

  /** Whether the server turned the client away, and so cannot have run the call. */
  boolean isRefusal() {
    return this == WANTS_CERTIFICATE;
  }

  static TlsFailure of(SSLException failure) {
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
    if (message.contains("bad_certificate") || message.contains("certificate_required")) {
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
