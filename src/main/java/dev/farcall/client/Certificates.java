package dev.farcall.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts, and who it is, of the usual files. Immutable.
 *
 * <pre>{@code
 * SSLContext context = Certificates.trusting(Path.of("ca.pem"))
 *     .withIdentity(Path.of("client.p12"), password)
 *     .toSslContext();
 * XmlRpcClient.builder(uri).sslContext(context)
 * }</pre>
 */
public final class Certificates {

  private final TrustManager @Nullable [] trust;
  private final KeyManager @Nullable [] identity;

  private Certificates(TrustManager @Nullable [] trust, KeyManager @Nullable [] identity) {
    this.trust = trust;
    this.identity = identity;
  }

  /** Trusts the authorities that the JDK trusts. */
  public static Certificates ofJdk() {
    return new Certificates(null, null);
  }

  /**
   * Trusts the certificates of a file, and no others.
   *
   * @param pem one or more certificates, of authorities or of servers, as {@code -----BEGIN
   *     CERTIFICATE-----}
   * @throws IOException if it cannot be read, or holds none; the message names the file
   */
  public static Certificates trusting(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new IOException(pem + " holds no certificate");
      }
      return new Certificates(trustIn(certificates), null);
    } catch (GeneralSecurityException e) {
      throw new IOException(pem + " is not a file of certificates in PEM", e);
    }
  }

  /**
   * The same with a key and a certificate, for servers that ask for one.
   *
   * @param keyStore in PKCS12
   * @param password of the file and the key in it
   * @throws IOException if it cannot be read, or the password is wrong; the message names the file
   */
  public Certificates withIdentity(Path keyStore, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(keyStore)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      return new Certificates(trust, keys.getKeyManagers());
    } catch (GeneralSecurityException e) {
      throw new IOException(keyStore + " is not a key store in PKCS12", e);
    }
  }

  /** A context for {@link XmlRpcClient.Builder#sslContext}. */
  public SSLContext toSslContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no TLS", e);
    }
  }

  private static TrustManager[] trustIn(Collection<? extends Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("trusted-" + store.size(), certificate);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return trust.getTrustManagers();
  }
}
