package dev.farcall.testkit;

import static dev.farcall.testkit.CertificateForm.Use.AUTHORITY;
import static dev.farcall.testkit.CertificateForm.Use.CLIENT;
import static dev.farcall.testkit.CertificateForm.Use.SERVER;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority and certificates good and bad, made once in a test run. They are signed
 * by {@link #authority()} unless said otherwise.
 *
 * <pre>{@code
 * JettyFixture.of(servlet).ssl(TestPki.serving(TestPki.localhost())).start();
 * HttpClient.newBuilder().sslContext(TestPki.trusting()).build();
 * }</pre>
 */
public final class TestPki {

  private TestPki() {}

  /** The authority that clients trust here. */
  public static TestIdentity authority() {
    return Made.AUTHORITY_KEY;
  }

  /** A server's, for localhost, 127.0.0.1 and ::1. */
  public static TestIdentity localhost() {
    return Made.LOCALHOST;
  }

  /** A server's, for another host: elsewhere.test. */
  public static TestIdentity otherHost() {
    return Made.OTHER_HOST;
  }

  /** A server's, for localhost, which expired yesterday. */
  public static TestIdentity expired() {
    return Made.EXPIRED;
  }

  /** A server's, for localhost, signed by itself. */
  public static TestIdentity selfSigned() {
    return Made.SELF_SIGNED;
  }

  /** A server's, for localhost, signed by an authority that nobody trusts. */
  public static TestIdentity ofUnknownAuthority() {
    return Made.OF_UNKNOWN_AUTHORITY;
  }

  /** A server's, for localhost, whose signature is over SHA-1. */
  public static TestIdentity signedWithSha1() {
    return Made.SIGNED_WITH_SHA1;
  }

  /** A client's. */
  public static TestIdentity client() {
    return Made.CLIENT_KEY;
  }

  /** A file with the certificate of the authority, PEM, for clients that are told by a file. */
  public static Path authorityFile() throws GeneralSecurityException, IOException {
    return authority().certificateFile();
  }

  /** What a server with this key speaks; it takes certificates of clients from the authority. */
  public static SSLContext serving(TestIdentity identity)
      throws GeneralSecurityException, IOException {
    return context(keyManagers(identity));
  }

  /** What a client speaks that trusts the authority, and no other. */
  public static SSLContext trusting() throws GeneralSecurityException, IOException {
    return context(null);
  }

  /** What a client with this key speaks that trusts the authority, and no other. */
  public static SSLContext trustingWith(TestIdentity client)
      throws GeneralSecurityException, IOException {
    return context(keyManagers(client));
  }

  /** A key store with nothing but these certificates, to be trusted. */
  public static KeyStore trustStore(X509Certificate... certificates)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (X509Certificate certificate : certificates) {
      store.setCertificateEntry(certificate.getSubjectX500Principal().getName(), certificate);
    }
    return store;
  }

  private static SSLContext context(KeyManager @Nullable [] keys)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trustStore(authority().certificate()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyManager[] keyManagers(TestIdentity identity)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity.keyStore(), TestIdentity.PASSWORD.toCharArray());
    return keys.getKeyManagers();
  }

  /** Holds them, from the first use on. */
  private static final class Made {
    private static final TestIdentity AUTHORITY_KEY = root("test authority");
    private static final TestIdentity CLIENT_KEY =
        signed(CertificateForm.of("test client", CLIENT), AUTHORITY_KEY);
    private static final TestIdentity LOCALHOST = signed(local("localhost"), AUTHORITY_KEY);
    private static final TestIdentity OTHER_HOST =
        signed(CertificateForm.of("elsewhere", SERVER).host("elsewhere.test"), AUTHORITY_KEY);
    private static final TestIdentity EXPIRED = signed(local("expired").expired(), AUTHORITY_KEY);
    private static final TestIdentity SELF_SIGNED = selfSigned(local("self-signed"));
    private static final TestIdentity OF_UNKNOWN_AUTHORITY =
        signed(local("unknown"), root("unknown authority"));
    private static final TestIdentity SIGNED_WITH_SHA1 =
        signed(local("sha-1").signedWithSha1(), AUTHORITY_KEY);

    private static CertificateForm local(String name) {
      byte[] ipv6 = new byte[16];
      ipv6[15] = 1;
      return CertificateForm.of(name, SERVER)
          .host("localhost")
          .address((byte) 127, (byte) 0, (byte) 0, (byte) 1)
          .address(ipv6);
    }

    private static TestIdentity root(String name) {
      return selfSigned(CertificateForm.of(name, AUTHORITY));
    }

    private static TestIdentity selfSigned(CertificateForm form) {
      try {
        return form.selfSigned();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    private static TestIdentity signed(CertificateForm form, TestIdentity authority) {
      try {
        return form.signedBy(authority);
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
