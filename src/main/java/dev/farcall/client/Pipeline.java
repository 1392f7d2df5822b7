package dev.farcall.client;

import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.client.RedirectRules.Identity;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Spool;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a call goes through, put together.
 *
 * @param calls the way in
 * @param transport the way out
 * @param closed ends it
 */
record Pipeline(Calls calls, Transport transport, Closed closed) {

  // From the inside out, so what is last here sees a call first.
  static Pipeline of(ClientSettings settings) {
    check(settings);
    Transport transport =
        settings.transport == null ? HttpTransports.of(settings.http) : settings.transport;
    transport = around(settings.aroundTransport, transport);
    if (settings.transcript != null) {
      transport = new Verbose(settings.transcript, transport);
    }
    transport = redirecting(transport, settings);

    Codec codec = Codec.of(settings.limits, settings.reading);
    Closed closed = new Closed();
    Routes routes = routes(settings, codec, transport);
    // Only the keys that a call brings, or gets here, let it be sent again.
    Keyed keyed = new Keyed(settings.idempotencyKeys, new Patience().around(routes.repeatedly()));
    Endpoint once = closed.around(around(settings.interceptors, keyed.around(routes.once())));
    Endpoint repeatedly = closed.around(around(settings.interceptors, routes.repeatedly()));
    return new Pipeline(calls(settings, once, repeatedly), transport, closed);
  }

  private static Transport redirecting(Transport transport, ClientSettings settings) {
    Identity identity = settings.http.tls().context() == null ? Identity.NONE : Identity.OWN;
    return new Redirecting(
        transport,
        settings.redirects,
        new RedirectRules(settings.plainHttp, identity),
        settings.headers.ownNames());
  }

  private static Transport around(List<UnaryOperator<Transport>> arounds, Transport transport) {
    Transport outer = transport;
    for (int i = arounds.size() - 1; i >= 0; i--) {
      outer = new Layer(arounds.get(i).apply(outer), outer);
    }
    return outer;
  }

  private static Endpoint around(List<Interceptor> interceptors, Endpoint endpoint) {
    Endpoint outer = endpoint;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      outer = interceptors.get(i).around(outer);
    }
    return outer;
  }

  private static Routes routes(ClientSettings settings, Codec codec, Transport transport) {
    ReplyReader replies =
        new ReplyReader(codec, Spool.of(settings.spool), settings.limits.maxDocumentBytes());
    List<WireEndpoint> wires =
        settings.servers.stream()
            .map(each -> new WireEndpoint(requests(settings, each, codec), transport, replies))
            .toList();
    if (wires.size() == 1 && settings.retries == null) {
      return Routes.to(wires.get(0));
    }
    return Routes.toAny(
        wires,
        settings.retries == null ? Retries.defaults() : settings.retries,
        new RetryLog(Optional.ofNullable(settings.transcript)));
  }

  private static RequestWriter requests(
      ClientSettings settings, ServerAddress server, Codec codec) {
    Dialect dialect =
        settings.encoding == null
            ? settings.dialect
            : settings.dialect.withEncoding(settings.encoding);
    String contentType = "text/xml; charset=" + dialect.encoding().name();
    return new RequestWriter(
        server.uri(),
        codec,
        dialect,
        settings.headers.toMap(contentType, server.credentials()),
        settings.bearerToken,
        settings.gzipFromBytes);
  }

  private static Calls calls(ClientSettings settings, Endpoint once, Endpoint repeatedly) {
    return new Calls(
        once,
        repeatedly,
        settings.idempotent,
        settings.mapper,
        settings.types,
        settings.timeout,
        settings.executor == null ? AsyncCalls.ofOwnThreads() : AsyncCalls.of(settings.executor));
  }

  private static void check(ClientSettings settings) {
    if (settings.transport == null) {
      settings.servers.forEach(each -> checkPlainHttp(each.uri(), settings.plainHttp));
    } else if (settings.http != HttpOptions.DEFAULTS) {
      throw new IllegalStateException(
          "a transport was given, so that settings of HTTP would have no effect; give them to it");
    }
  }

  private static void checkPlainHttp(URI uri, PlainHttp plainHttp) {
    if (!plainHttp.allows(uri)) {
      throw new IllegalStateException(
          uri.getHost()
              + " would be called over plain http, where anybody on the way can read and change"
              + " calls; use https, or allow it by plainHttp(PlainHttp.ALWAYS)");
    }
  }
}
