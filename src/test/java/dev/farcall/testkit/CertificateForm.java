package dev.farcall.testkit;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * What is to be written into a certificate: RFC 5280, version 3.
 *
 * @param name of the subject, without {@code CN=}
 * @param use what the key is for
 * @param hosts the names of the host, and its addresses as bytes, in DER
 * @param lifetime from now on; it began ten days ago
 * @param digest {@code SHA256} or {@code SHA1}
 */
record CertificateForm(String name, Use use, List<byte[]> hosts, Duration lifetime, String digest) {

  /** What the key of a certificate is for. */
  enum Use {
    AUTHORITY,
    SERVER,
    CLIENT
  }

  private static final Duration TEN_DAYS = Duration.ofDays(10);

  static CertificateForm of(String name, Use use) {
    return new CertificateForm(name, use, List.of(), TEN_DAYS, "SHA256");
  }

  /** With a name of the host. */
  CertificateForm host(String host) {
    return with(Der.element(0x82, host.getBytes(StandardCharsets.US_ASCII)));
  }

  /** With an address of the host. */
  CertificateForm address(byte... address) {
    return with(Der.element(0x87, address));
  }

  private CertificateForm with(byte[] host) {
    List<byte[]> more = Stream.concat(hosts.stream(), Stream.of(host)).toList();
    return new CertificateForm(name, use, more, lifetime, digest);
  }

  /** Valid until yesterday. */
  CertificateForm expired() {
    return new CertificateForm(name, use, hosts, Duration.ofDays(-1), digest);
  }

  CertificateForm signedWithSha1() {
    return new CertificateForm(name, use, hosts, lifetime, "SHA1");
  }

  /** A new key with a certificate that it signed itself. */
  TestIdentity selfSigned() throws GeneralSecurityException {
    KeyPair pair = newPair();
    byte[] issuer = principal().getEncoded();
    X509Certificate certificate =
        sign(pair.getPublic(), issuer, pair.getPrivate(), pair.getPublic());
    return new TestIdentity(name, pair.getPrivate(), List.of(certificate));
  }

  /** A new key with a certificate that this authority signed. */
  TestIdentity signedBy(TestIdentity authority) throws GeneralSecurityException {
    KeyPair pair = newPair();
    X509Certificate root = authority.certificate();
    byte[] issuer = root.getSubjectX500Principal().getEncoded();
    X509Certificate certificate =
        sign(pair.getPublic(), issuer, authority.key(), root.getPublicKey());
    return new TestIdentity(name, pair.getPrivate(), List.of(certificate, root));
  }

  private static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X500Principal principal() {
    return new X500Principal("CN=" + name);
  }

  private X509Certificate sign(PublicKey subject, byte[] issuer, PrivateKey signer, PublicKey check)
      throws GeneralSecurityException {
    Instant now = Instant.now();
    byte[] unsigned =
        Der.sequence(
            Der.element(0xA0, Der.integer(BigInteger.TWO)),
            Der.integer(
                BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))),
            algorithm(),
            issuer,
            Der.sequence(Der.time(now.minus(TEN_DAYS)), Der.time(now.plus(lifetime))),
            principal().getEncoded(),
            subject.getEncoded(),
            Der.element(0xA3, extensions(subject, check)));
    Signature signature = Signature.getInstance(digest + "withECDSA");
    signature.initSign(signer);
    signature.update(unsigned);
    byte[] signed = Der.sequence(unsigned, algorithm(), Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(signed));
  }

  private byte[] algorithm() {
    String id = digest.equals("SHA1") ? "1.2.840.10045.4.1" : "1.2.840.10045.4.3.2";
    return Der.sequence(Der.identifier(id));
  }

  // Python from 3.13 on wants the identifiers of both keys.
  private byte[] extensions(PublicKey subject, PublicKey check) throws GeneralSecurityException {
    byte[] both = Der.sequence(Der.element(0x80, identifier(check)));
    byte[] keys =
        Der.concatenated(
            extension("2.5.29.14", Der.octets(identifier(subject))), extension("2.5.29.35", both));
    byte[] usage =
        use == Use.AUTHORITY
            ? Der.concatenated(
                critical("2.5.29.19", Der.sequence(Der.yes())),
                critical("2.5.29.15", Der.bits(2, new byte[] {0x04})))
            : Der.concatenated(
                critical("2.5.29.15", Der.bits(7, new byte[] {(byte) 0x80})),
                extension("2.5.29.37", Der.sequence(Der.identifier(purpose()))));
    byte[] names =
        hosts.isEmpty()
            ? new byte[0]
            : extension("2.5.29.17", Der.sequence(hosts.toArray(byte[][]::new)));
    return Der.sequence(keys, usage, names);
  }

  private String purpose() {
    return use == Use.CLIENT ? "1.3.6.1.5.5.7.3.2" : "1.3.6.1.5.5.7.3.1";
  }

  private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
  }

  private static byte[] extension(String id, byte[] value) {
    return Der.sequence(Der.identifier(id), Der.octets(value));
  }

  private static byte[] critical(String id, byte[] value) {
    return Der.sequence(Der.identifier(id), Der.yes(), Der.octets(value));
  }
}
