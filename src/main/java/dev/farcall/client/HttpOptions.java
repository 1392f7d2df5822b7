package dev.farcall.client;

import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * What only the transport over HTTP can be told; null is the JDK's own choice.
 *
 * @param connectTimeout until there is a connection; 10 seconds
 * @param readTimeout for which nothing moves in either direction; 60 seconds
 * @param tls whom to trust, and how to speak
 * @param via proxies
 * @param cookies kept between calls; none
 * @param version of HTTP; 2 over https where the server has it, 1.1 over plain http
 */
record HttpOptions(
    Duration connectTimeout,
    Duration readTimeout,
    Tls tls,
    Via via,
    @Nullable CookieHandler cookies,
    @Nullable Version version) {

  static final HttpOptions DEFAULTS =
      new HttpOptions(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          new Tls(null, null),
          new Via(null, null),
          null,
          null);

  HttpOptions withConnectTimeout(Duration timeout) {
    return new HttpOptions(timeout, readTimeout, tls, via, cookies, version);
  }

  HttpOptions withReadTimeout(Duration timeout) {
    return new HttpOptions(connectTimeout, timeout, tls, via, cookies, version);
  }

  HttpOptions withTls(Tls tls) {
    return new HttpOptions(connectTimeout, readTimeout, tls, via, cookies, version);
  }

  HttpOptions withVia(Via via) {
    return new HttpOptions(connectTimeout, readTimeout, tls, via, cookies, version);
  }

  HttpOptions withCookies(CookieHandler cookies) {
    return new HttpOptions(connectTimeout, readTimeout, tls, via, cookies, version);
  }

  HttpOptions withVersion(Version version) {
    return new HttpOptions(connectTimeout, readTimeout, tls, via, cookies, version);
  }

  /**
   * Whom to trust, and how to speak.
   *
   * @param context trust, and keys of the client
   * @param parameters protocols and ciphers
   */
  record Tls(@Nullable SSLContext context, @Nullable SSLParameters parameters) {
    Tls withContext(SSLContext context) {
      return new Tls(context, parameters);
    }

    Tls withParameters(SSLParameters parameters) {
      return new Tls(context, parameters);
    }
  }

  /**
   * Proxies.
   *
   * @param proxies which for which address; the system's
   * @param credentials for those; none
   */
  record Via(@Nullable ProxySelector proxies, @Nullable Credentials credentials) {
    Via withProxies(ProxySelector proxies) {
      return new Via(proxies, credentials);
    }

    Via withCredentials(Credentials credentials) {
      return new Via(proxies, credentials);
    }
  }
}
