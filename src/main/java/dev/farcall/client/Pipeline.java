package dev.farcall.client;

import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.client.RedirectRules.Identity;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Spool;
import java.util.List;
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
  static Pipeline of(XmlRpcClient.Builder settings) {
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
    Endpoint wire =
        new WireEndpoint(
            requests(settings, codec),
            transport,
            new ReplyReader(codec, Spool.of(settings.spool), settings.limits.maxDocumentBytes()));
    Endpoint once = closed.around(around(settings.interceptors, wire));
    Endpoint repeatedly =
        closed.around(around(settings.interceptors, new Repeating().around(wire)));
    return new Pipeline(calls(settings, once, repeatedly), transport, closed);
  }

  private static Transport redirecting(Transport transport, XmlRpcClient.Builder settings) {
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

  private static RequestWriter requests(XmlRpcClient.Builder settings, Codec codec) {
    Dialect dialect =
        settings.encoding == null
            ? settings.dialect
            : settings.dialect.withEncoding(settings.encoding);
    String contentType = "text/xml; charset=" + dialect.encoding().name();
    return new RequestWriter(
        settings.address.uri(),
        codec,
        dialect,
        settings.headers.toMap(contentType),
        settings.bearerToken,
        settings.gzipFromBytes);
  }

  private static Calls calls(XmlRpcClient.Builder settings, Endpoint once, Endpoint repeatedly) {
    return new Calls(
        once,
        repeatedly,
        settings.idempotent,
        settings.mapper,
        settings.types,
        settings.timeout,
        settings.executor == null ? AsyncCalls.ofOwnThreads() : AsyncCalls.of(settings.executor));
  }

  private static void check(XmlRpcClient.Builder settings) {
    if (settings.transport == null) {
      checkPlainHttp(settings);
    } else if (settings.http != HttpOptions.DEFAULTS) {
      throw new IllegalStateException(
          "a transport was given, so that settings of HTTP would have no effect; give them to it");
    }
  }

  private static void checkPlainHttp(XmlRpcClient.Builder settings) {
    if (!settings.plainHttp.allows(settings.address.uri())) {
      throw new IllegalStateException(
          settings.address.uri().getHost()
              + " would be called over plain http, where anybody on the way can read and change"
              + " calls; use https, or allow it by plainHttp(PlainHttp.ALWAYS)");
    }
  }
}
