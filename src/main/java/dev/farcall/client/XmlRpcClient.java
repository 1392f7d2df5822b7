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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

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

  private XmlRpcClient(Builder builder, Pipeline pipeline) {
    super(pipeline.calls(), "");
    servers = builder.servers.stream().map(ServerAddress::uri).toList();
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
    return new Builder(ServerAddress.of(uri));
  }

  /**
   * A builder of a client for this server; see {@link #builder(String)}.
   *
   * @throws IllegalArgumentException if it is not an address of http or https
   */
  public static Builder builder(URI uri) {
    return new Builder(ServerAddress.of(uri));
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
  public static final class Builder {

    final List<ServerAddress> servers = new ArrayList<>();
    final RequestHeaders headers = new RequestHeaders();
    final List<Interceptor> interceptors = new ArrayList<>();
    final List<UnaryOperator<Transport>> aroundTransport = new ArrayList<>();
    HttpOptions http = HttpOptions.DEFAULTS;
    @Nullable Transport transport;
    @Nullable Transcript transcript;
    @Nullable BearerToken bearerToken;
    @Nullable ExecutorService executor;
    @Nullable Retries retries;
    Dialect dialect = Dialect.SPECIFICATION;
    @Nullable Charset encoding;
    Reading reading = Reading.STANDARD;
    WireLimits limits = ReplyReader.LIMITS;
    SpoolSettings spool = SpoolSettings.defaults();
    ValueMapper mapper = ValueMapper.create();
    DynamicTypes types = DynamicTypes.WIRE;
    Optional<Duration> timeout = Optional.of(Duration.ofMinutes(5));
    Redirects redirects = Redirects.PRESERVING;
    PlainHttp plainHttp = PlainHttp.LOOPBACK;
    Predicate<String> idempotent = name -> false;
    Predicate<String> idempotencyKeys = name -> false;
    int gzipFromBytes = Integer.MAX_VALUE;

    private Builder(ServerAddress address) {
      servers.add(address);
    }

    /**
     * Adds a server that answers the same calls, which are spread over all, in turn. One that fails
     * is left out for up to a second; what it has certainly not run goes to another, as does what
     * is {@link #idempotent}. A user and a password in an address are for that server alone.
     *
     * @throws IllegalArgumentException if it is not an address of http or https
     */
    public Builder server(String uri) {
      servers.add(ServerAddress.of(uri));
      return this;
    }

    /**
     * How often a call is sent again, and when; {@link Retries#defaults} with several servers. With
     * one and without this, a call is only sent again if it is {@link #idempotent}: once, at once.
     */
    public Builder retries(Retries retries) {
      this.retries = retries;
      return this;
    }

    /**
     * Carries the calls by this, and closes it with the client; by default over HTTP. The settings
     * of HTTP are then the transport's own.
     */
    public Builder transport(Transport transport) {
      this.transport = transport;
      return this;
    }

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
    public Builder aroundTransport(UnaryOperator<Transport> around) {
      aroundTransport.add(around);
      return this;
    }

    /** What is written; the types of the specification and nothing else by default. */
    public Builder dialect(Dialect dialect) {
      this.dialect = dialect;
      return this;
    }

    /**
     * The encoding of what is written, which counts before that of the dialect; UTF-8 by default.
     * What it lacks is written as references.
     */
    public Builder encoding(Charset encoding) {
      this.encoding = encoding;
      return this;
    }

    /** How much good will answers are read with; {@link Reading#STANDARD} by default. */
    public Builder reading(Reading reading) {
      this.reading = reading;
      return this;
    }

    /**
     * How much an answer may hold; the defaults of {@link WireLimits}, but 64 MiB of document,
     * 1,000,000 values, and 100,000 members of a struct.
     */
    public Builder limits(WireLimits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * From which size on, and where, the base64 of an answer goes into a temporary file; {@link
     * SpoolSettings#defaults} by default. The file is there until its {@link dev.farcall.Binary} or
     * {@link java.io.InputStream} is closed, or nobody refers to that any more; the client may be
     * closed before.
     */
    public Builder spool(SpoolSettings spool) {
      this.spool = spool;
      return this;
    }

    /** How Java objects are converted; {@link ValueMapper#create} by default. */
    public Builder mapper(ValueMapper mapper) {
      this.mapper = mapper;
      return this;
    }

    /** What dates and bytes are in results without a type; {@link DynamicTypes#WIRE} by default. */
    public Builder dynamicTypes(DynamicTypes types) {
      this.types = types;
      return this;
    }

    /**
     * Adds a header to every request. It goes to no other origin.
     *
     * @throws IllegalArgumentException if it is none, or one the transport writes itself
     */
    public Builder header(String name, String value) {
      headers.add(name, value);
      return this;
    }

    /**
     * Sends a user and a password with every request (Basic, RFC 7617), without waiting to be
     * asked.
     *
     * @throws IllegalArgumentException if the user's name has a colon
     */
    public Builder basicAuth(String user, String password) {
      headers.basic(new Credentials(user, password));
      return this;
    }

    /**
     * Sends a token with every request (Bearer, RFC 6750).
     *
     * @throws IllegalArgumentException if it has a blank, a line break, or what is not ASCII
     */
    public Builder bearerToken(String token) {
      this.bearerToken = BearerToken.of(token);
      return this;
    }

    /**
     * Sends a token with every request (Bearer, RFC 6750).
     *
     * @param token asked for each call, in its thread; the call fails with an {@link
     *     IllegalArgumentException} if it has a blank, a line break, or what is not ASCII
     */
    public Builder bearerToken(Supplier<String> token) {
      this.bearerToken = new BearerToken(token);
      return this;
    }

    /**
     * How long a whole call may take, from the first byte sent to the last one read; 5 minutes by
     * default. What is left is told to the server with each call.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Optional.of(Calls.positive(timeout));
      return this;
    }

    /**
     * Compresses requests from this many bytes on, up to 16 MiB, for servers that are known to read
     * that; never by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder gzipRequests(int fromBytes) {
      if (fromBytes < 0) {
        throw new IllegalArgumentException("gzipRequests is not negative, got " + fromBytes);
      }
      this.gzipFromBytes = fromBytes;
      return this;
    }

    /** Which redirects are followed; {@link Redirects#PRESERVING} by default. */
    public Builder redirects(Redirects redirects) {
      this.redirects = redirects;
      return this;
    }

    /** Which servers may be called over plain http; {@link PlainHttp#LOOPBACK} by default. */
    public Builder plainHttp(PlainHttp plainHttp) {
      this.plainHttp = plainHttp;
      return this;
    }

    /**
     * Which methods do no more when they are called twice, so that a call is sent once more when
     * its connection is lost; none by default. Methods of a proxy can say so themselves, see {@link
     * dev.farcall.XmlRpcMethod#idempotent}.
     *
     * @param methods asked for the full name of a method
     */
    public Builder idempotent(Predicate<String> methods) {
      this.idempotent = methods;
      return this;
    }

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
    public Builder idempotencyKeys(Predicate<String> methods) {
      this.idempotencyKeys = methods;
      return this;
    }

    /**
     * Puts a behaviour around every call, inside of those put before. It can send headers with a
     * call, see {@link dev.farcall.call.CallContext.Builder#header}. Calls that are made
     * asynchronously it sees in the thread that waits for them.
     */
    public Builder interceptor(Interceptor interceptor) {
      interceptors.add(interceptor);
      return this;
    }

    /**
     * Writes every request and every reply, with headers, for people. Headers that hold secrets are
     * masked; parameters and results are not.
     *
     * @param out gets whole lines; it is flushed, and never closed
     */
    public Builder verbose(Appendable out) {
      this.transcript = Transcript.to(out);
      return this;
    }

    /** Logs every request and every reply, as {@link #verbose(Appendable)}, at level DEBUG. */
    public Builder verbose(System.Logger log) {
      this.transcript = Transcript.to(log);
      return this;
    }

    /** Where asynchronous calls wait, one thread for each; by default in threads of the client. */
    public Builder executor(ExecutorService executor) {
      this.executor = executor;
      return this;
    }

    /** HTTP: how long to wait for a connection; 10 seconds by default. */
    public Builder connectTimeout(Duration timeout) {
      this.http = http.withConnectTimeout(Calls.positive(timeout));
      return this;
    }

    /** HTTP: for how long nothing need move, in either direction; 60 seconds by default. */
    public Builder readTimeout(Duration timeout) {
      this.http = http.withReadTimeout(Calls.positive(timeout));
      return this;
    }

    /**
     * HTTP: whom to trust, and the client's own certificate; the JDK's default by default. Host
     * names are always verified.
     */
    public Builder sslContext(SSLContext context) {
      this.http = http.withTls(http.tls().withContext(context));
      return this;
    }

    /** HTTP: protocols, of which 1.2 and 1.3 of TLS are used at most, and ciphers. */
    public Builder sslParameters(SSLParameters parameters) {
      this.http = http.withTls(http.tls().withParameters(parameters));
      return this;
    }

    /** HTTP: which proxy for which address; that of the system properties by default. */
    public Builder proxy(ProxySelector proxy) {
      this.http = http.withVia(http.via().withProxies(proxy));
      return this;
    }

    /**
     * HTTP: who the proxy is told that this is (Basic), without waiting to be asked; nobody by
     * default. For https it is told only if the system property {@code
     * jdk.http.auth.tunneling.disabledSchemes} is empty, which by the JDK's default forbids Basic.
     */
    public Builder proxyAuth(String user, String password) {
      this.http = http.withVia(http.via().withCredentials(new Credentials(user, password)));
      return this;
    }

    /** HTTP: keeps cookies between calls, for servers with a log-in; none by default. */
    public Builder cookies(CookieHandler cookies) {
      this.http = http.withCookies(cookies);
      return this;
    }

    /** HTTP: the version; by default 2 over https where the server has it, and 1.1 over http. */
    public Builder version(HttpClient.Version version) {
      this.http = http.withVersion(version);
      return this;
    }

    /**
     * The client. It does not connect before its first call.
     *
     * @throws IllegalStateException if the settings contradict each other, or a system property
     *     would make the JDK's client unsafe
     */
    public XmlRpcClient build() {
      return new XmlRpcClient(this, Pipeline.of(this));
    }
  }
}
