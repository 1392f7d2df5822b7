package dev.farcall.client;

import dev.farcall.call.Interceptor;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.SpoolSettings;
import dev.farcall.wire.WireLimits;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Calls the methods of an XML-RPC server, whatever it is written in.
 *
 * <pre>{@code
 * try (XmlRpcClient client = XmlRpcClient.builder("https://example.org/RPC2").build()) {
 *   int nine = client.call(int.class, "sample.get_power", 3, 2);
 * }
 * }</pre>
 *
 * <p>Immutable, and safe for use by many threads: one client, with its connections, is meant to
 * serve a whole application.
 */
public final class XmlRpcClient extends Service implements AutoCloseable {

  private final List<URI> servers;
  private final Transport transport;
  private final Closed closed;

  XmlRpcClient(List<URI> servers, Pipeline pipeline) {
    super(pipeline.calls(), "");
    this.servers = servers;
    transport = pipeline.transport();
    closed = pipeline.closed();
  }

  /**
   * A builder of a client for this server.
   *
   * @param uri http or https; without a path it is {@code /RPC2}; a user and a password in it are
   *     sent as Basic authentication
   * @throws IllegalArgumentException if it is not such an address
   */
  public static Builder builder(String uri) {
    return new ClientSettings(ServerAddress.of(uri));
  }

  /**
   * A builder of a client for this server; see {@link #builder(String)}.
   *
   * @throws IllegalArgumentException if it is not an address of http or https
   */
  public static Builder builder(URI uri) {
    return new ClientSettings(ServerAddress.of(uri));
  }

  /** Where calls go, without user and password; the first of several servers. */
  public URI uri() {
    return servers.get(0);
  }

  /** Where calls go, without user and password: one server, or several, in the order given. */
  public List<URI> servers() {
    return servers;
  }

  /**
   * Starts no more calls, ends those that run asynchronously in the client's own threads, and
   * closes the connections that wait. A second time does nothing. Before JDK 21, connections of
   * https end when the client is no longer referred to.
   */
  @Override
  public void close() {
    closed.close();
    calls.async().close();
    transport.close();
  }

  /** Collects the settings of an {@link XmlRpcClient}. For use by one thread. */
  public sealed interface Builder permits ClientSettings {

    /**
     * Adds a server that answers the same calls, which are spread over all, in turn. One that fails
     * is left out for up to a second; what it has certainly not run goes to another, as does what
     * is {@link #idempotent}. A user and a password in an address are for that server alone.
     *
     * @throws IllegalArgumentException if it is not an address of http or https
     */
    Builder server(String uri);

    /**
     * How often a call is sent again, and when; {@link Retries#defaults} with several servers. With
     * one and without this, a call is only sent again if it is {@link #idempotent}: once, at once.
     */
    Builder retries(Retries retries);

    /**
     * Carries the calls by this, and closes it with the client; by default over HTTP. The settings
     * of HTTP are then the transport's own.
     */
    Builder transport(Transport transport);

    /**
     * Puts a transport around the one that carries the calls, HTTP or another, inside of those put
     * before. It sees what goes over the wire: each redirect, and each call that is repeated.
     *
     * <pre>{@code
     * builder.aroundTransport(next -> request -> {
     *   sent.increment();
     *   return next.send(request);
     * })
     * }</pre>
     *
     * @param around given the next transport; the client closes both
     */
    Builder aroundTransport(UnaryOperator<Transport> around);

    /** What is written; the types of the specification and nothing else by default. */
    Builder dialect(Dialect dialect);

    /**
     * The encoding of what is written, which counts before that of the dialect; UTF-8 by default.
     * What it lacks is written as references.
     */
    Builder encoding(Charset encoding);

    /** How much good will answers are read with; {@link Reading#STANDARD} by default. */
    Builder reading(Reading reading);

    /**
     * How much an answer may hold; the defaults of {@link WireLimits}, but 64 MiB of document,
     * 1,000,000 values, and 100,000 members of a struct.
     */
    Builder limits(WireLimits limits);

    /**
     * From which size on, and where, the base64 of an answer goes into a temporary file; {@link
     * SpoolSettings#defaults} by default. The file is there until its {@link dev.farcall.Binary} or
     * {@link java.io.InputStream} is closed, or nobody refers to that any more; the client may be
     * closed before.
     */
    Builder spool(SpoolSettings spool);

    /** How Java objects are converted; {@link ValueMapper#create} by default. */
    Builder mapper(ValueMapper mapper);

    /** What dates and bytes are in results without a type; {@link DynamicTypes#WIRE} by default. */
    Builder dynamicTypes(DynamicTypes types);

    /**
     * Adds a header to every request. It goes to no other origin.
     *
     * @throws IllegalArgumentException if it is none, or one the transport writes itself
     */
    Builder header(String name, String value);

    /**
     * Sends a user and a password with every request (Basic, RFC 7617), without waiting to be
     * asked.
     *
     * @throws IllegalArgumentException if the user's name has a colon
     */
    Builder basicAuth(String user, String password);

    /**
     * Sends a token with every request (Bearer, RFC 6750).
     *
     * @throws IllegalArgumentException if it has a blank, a line break, or what is not ASCII
     */
    Builder bearerToken(String token);

    /**
     * Sends a token with every request (Bearer, RFC 6750).
     *
     * @param token asked for each call, in its thread; the call fails with an {@link
     *     IllegalArgumentException} if it has a blank, a line break, or what is not ASCII
     */
    Builder bearerToken(Supplier<String> token);

    /**
     * How long a whole call may take, from the first byte sent to the last one read; 5 minutes by
     * default. What is left is told to the server with each call.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    Builder timeout(Duration timeout);

    /**
     * Compresses requests from this many bytes on, up to 16 MiB, for servers that are known to read
     * that; never by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    Builder gzipRequests(int fromBytes);

    /** Which redirects are followed; {@link Redirects#PRESERVING} by default. */
    Builder redirects(Redirects redirects);

    /** Which servers may be called over plain http; {@link PlainHttp#LOOPBACK} by default. */
    Builder plainHttp(PlainHttp plainHttp);

    /**
     * Which methods do no more when they are called twice, so that a call is sent once more when
     * its connection is lost; none by default. Methods of a proxy can say so themselves, see {@link
     * dev.farcall.XmlRpcMethod#idempotent}.
     *
     * @param methods asked for the full name of a method
     */
    Builder idempotent(Predicate<String> methods);

    /**
     * Sends an {@link dev.farcall.call.IdempotencyKeyHeader} with calls of these methods, a new
     * random one for each call; none by default. For servers that are known to keep such keys: a
     * call is sent once more, with the same key, when its connection is lost, and is asked for
     * again while the server says that it is still running. For {@link #multiCall} the method is
     * {@code system.multicall}, and the key is for all of its calls together.
     *
     * <p>A call to which an interceptor has added a key of its own, by {@link
     * dev.farcall.call.CallContext.Builder#header}, keeps that, and is sent again alike.
     *
     * @param methods asked for the full name of a method; those that are idempotent need no key,
     *     and get none
     */
    Builder idempotencyKeys(Predicate<String> methods);

    /**
     * Puts a behaviour around every call, inside of those put before. It can send headers with a
     * call, see {@link dev.farcall.call.CallContext.Builder#header}. Calls that are made
     * asynchronously it sees in the thread that waits for them.
     */
    Builder interceptor(Interceptor interceptor);

    /**
     * Writes every request and every reply, with headers, for people. Headers that hold secrets are
     * masked; parameters and results are not.
     *
     * @param out gets whole lines; it is flushed, and never closed
     */
    Builder verbose(Appendable out);

    /** Logs every request and every reply, as {@link #verbose(Appendable)}, at level DEBUG. */
    Builder verbose(System.Logger log);

    /** Where asynchronous calls wait, one thread for each; by default in threads of the client. */
    Builder executor(ExecutorService executor);

    /** HTTP: how long to wait for a connection; 10 seconds by default. */
    Builder connectTimeout(Duration timeout);

    /** HTTP: for how long nothing need move, in either direction; 60 seconds by default. */
    Builder readTimeout(Duration timeout);

    /**
     * HTTP: whom to trust, and the client's own certificate; the JDK's default by default. Host
     * names are always verified.
     */
    Builder sslContext(SSLContext context);

    /** HTTP: protocols, of which 1.2 and 1.3 of TLS are used at most, and ciphers. */
    Builder sslParameters(SSLParameters parameters);

    /** HTTP: which proxy for which address; that of the system properties by default. */
    Builder proxy(ProxySelector proxy);

    /**
     * HTTP: who the proxy is told that this is (Basic), without waiting to be asked; nobody by
     * default. For https it is told only if the system property {@code
     * jdk.http.auth.tunneling.disabledSchemes} is empty, which by the JDK's default forbids Basic.
     */
    Builder proxyAuth(String user, String password);

    /** HTTP: keeps cookies between calls, for servers with a log-in; none by default. */
    Builder cookies(CookieHandler cookies);

    /** HTTP: the version; by default 2 over https where the server has it, and 1.1 over http. */
    Builder version(HttpClient.Version version);

    /**
     * The client. It does not connect before its first call.
     *
     * @throws IllegalStateException if the settings contradict each other, or a system property
     *     would make the JDK's client unsafe
     */
    XmlRpcClient build();
  }
}
