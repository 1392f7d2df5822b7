package dev.farcall.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A private key and its certificate, which are worth nothing outside the tests.
 *
 * @param name of the subject
 * @param key the private one
 * @param chain the certificate, and that of the authority behind it
 */
public record TestIdentity(String name, PrivateKey key, List<X509Certificate> chain) {

  /** The password of every key store here. */
  public static final String PASSWORD = "changeit";

  private static final Path FOLDER = Path.of("target", "test-pki").toAbsolutePath();

  /** The certificate of the key. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** A key store with nothing else in it, for {@link #PASSWORD}. */
  public KeyStore keyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(name, key, PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
    return store;
  }

  /** A file with {@link #keyStore()}, PKCS12. */
  public Path keyStoreFile() throws GeneralSecurityException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    keyStore().store(bytes, PASSWORD.toCharArray());
    return written(".p12", bytes.toByteArray());
  }

  /** A file with the key and the certificates, PEM, as OpenSSL and Python read them. */
  public Path keyFile() throws GeneralSecurityException, IOException {
    return written(
        "-key.pem",
        (pem("PRIVATE KEY", key.getEncoded()) + certificates())
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** A file with the certificates alone, PEM. */
  public Path certificateFile() throws GeneralSecurityException, IOException {
    return written(".pem", certificates().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return name;
  }

  private String certificates() throws GeneralSecurityException {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : chain) {
      text.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return text.toString();
  }

  private static String pem(String label, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, lines, label);
  }

  private Path written(String ending, byte[] content) throws IOException {
    Files.createDirectories(FOLDER);
    return Files.write(FOLDER.resolve(name.replace(' ', '-') + ending), content);
  }
}
