package dev.farcall.client;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;

/**
 * The transport over HTTP: the JDK's client for https and whatever else takes more than a socket,
 * and our own for plain http without a proxy, where the JDK's takes several times as long.
 */
record HttpTransports(Transport plain, Transport jdk, HttpOptions options) implements Transport {

  static HttpTransports of(HttpOptions options) {
    return new HttpTransports(
        new Http1Transport(Dialer.tcp(options.connectTimeout()), options.readTimeout()),
        HttpTransport.of(options),
        options);
  }

  @Override
  public TransportReply send(TransportRequest request) {
    return (isPlain(request.uri()) ? plain : jdk).send(request);
  }

  private boolean isPlain(URI uri) {
    return !Addresses.isHttps(uri)
        && options.cookies() == null
        && options.version() == null
        && isDirect(uri);
  }

  private boolean isDirect(URI uri) {
    ProxySelector proxies =
        options.via().proxies() == null ? ProxySelector.getDefault() : options.via().proxies();
    return proxies == null || proxies.select(uri).equals(List.of(Proxy.NO_PROXY));
  }

  @Override
  public void close() {
    plain.close();
    jdk.close();
  }

  @Override
  public String toString() {
    return "HTTP";
  }
}
