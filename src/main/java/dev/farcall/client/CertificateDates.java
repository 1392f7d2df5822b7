package dev.farcall.client;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/** Since when, or from when on, a certificate is of no use. */
final class CertificateDates {

  private CertificateDates() {}

  /** Words to follow those that say so; empty if that was not the problem, or is not known. */
  static String told(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathValidatorException invalid && invalid.getCertPath() != null) {
        return told(invalid, invalid.getCertPath().getCertificates());
      }
    }
    return "";
  }

  private static String told(
      CertPathValidatorException invalid, List<? extends Certificate> certificates) {
    int index = invalid.getIndex();
    if (index < 0 || !(certificates.get(index) instanceof X509Certificate certificate)) {
      return "";
    } else if (invalid.getReason() == BasicReason.EXPIRED) {
      return " (it was valid until " + certificate.getNotAfter().toInstant() + ")";
    } else if (invalid.getReason() == BasicReason.NOT_YET_VALID) {
      return " (it will be from " + certificate.getNotBefore().toInstant() + " on)";
    }
    return "";
  }
}
