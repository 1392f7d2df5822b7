package dev.farcall.client;

import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * What only the transport over HTTP can be told; null is the JDK's own choice.
 *
 * @param connectTimeout until there is a connection; 10 seconds
 * @param readTimeout for which nothing moves in either direction; 60 seconds
 * @param sslContext trust, and keys of the client
 * @param sslParameters protocols and ciphers
 * @param proxy which proxy for which address; the system's
 * @param proxyCredentials for that proxy; none
 * @param cookies kept between calls; none
 * @param version of HTTP; 2 over https where the server has it, 1.1 over plain http
 */
record HttpOptions(
    Duration connectTimeout,
    Duration readTimeout,
    @Nullable SSLContext sslContext,
    @Nullable SSLParameters sslParameters,
    @Nullable ProxySelector proxy,
    @Nullable Credentials proxyCredentials,
    @Nullable CookieHandler cookies,
    HttpClient.@Nullable Version version) {

  static final HttpOptions DEFAULTS =
      new HttpOptions(
          Duration.ofSeconds(10), Duration.ofSeconds(60), null, null, null, null, null, null);

  HttpOptions withConnectTimeout(Duration connectTimeout) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withReadTimeout(Duration readTimeout) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withSslContext(SSLContext sslContext) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withSslParameters(SSLParameters sslParameters) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withProxy(ProxySelector proxy) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withProxyCredentials(Credentials proxyCredentials) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withCookies(CookieHandler cookies) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }

  HttpOptions withVersion(HttpClient.Version version) {
    return new HttpOptions(
        connectTimeout,
        readTimeout,
        sslContext,
        sslParameters,
        proxy,
        proxyCredentials,
        cookies,
        version);
  }
}
