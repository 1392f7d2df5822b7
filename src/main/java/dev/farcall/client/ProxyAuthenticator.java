package dev.farcall.client;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/** Answers a proxy that asks who is there, and no server. */
final class ProxyAuthenticator extends Authenticator {

  private final Credentials credentials;

  ProxyAuthenticator(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  protected @Nullable PasswordAuthentication getPasswordAuthentication() {
    return getRequestorType() == RequestorType.PROXY
        ? new PasswordAuthentication(credentials.user(), credentials.password().toCharArray())
        : null;
  }
}
