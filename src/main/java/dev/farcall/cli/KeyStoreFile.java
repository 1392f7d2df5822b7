package dev.farcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** A PKCS12 file with the key and the certificate that https needs. */
final class KeyStoreFile {

  private final Path file;
  private final char[] password;

  KeyStoreFile(Path file, char[] password) {
    this.file = file;
    this.password = password.clone();
  }

  /**
   * How https is spoken with it.
   *
   * @throws CommandFailure if it cannot be read, or has no key
   */
  SslContextFactory.Server ssl() {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStore(load());
    ssl.setKeyStorePassword(String.valueOf(password));
    ssl.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    // Those with forward secrecy and authenticated encryption, as RFC 9325 recommends: the others,
    // of version 1.2, have had padding oracles.
    ssl.setIncludeCipherSuites("TLS_AES_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_(GCM|POLY1305)_.*");
    return ssl;
  }

  private KeyStore load() {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      if (!hasKey(keys)) {
        throw failure("it has no private key", null);
      }
      return keys;
    } catch (NoSuchFileException e) {
      throw failure("there is no such file", e);
    } catch (IOException e) {
      boolean locked = e.getCause() instanceof UnrecoverableKeyException;
      throw failure(locked ? "the password is wrong" : "it is not a readable PKCS12 file", e);
    } catch (GeneralSecurityException e) {
      throw failure(CommandFailure.reason(e), e);
    }
  }

  private static boolean hasKey(KeyStore keys) throws GeneralSecurityException {
    for (String alias : Collections.list(keys.aliases())) {
      if (keys.isKeyEntry(alias)) {
        return true;
      }
    }
    return false;
  }

  private CommandFailure failure(String what, @Nullable Exception cause) {
    return new CommandFailure("--keystore: cannot use " + file + ": " + what, cause);
  }
}
