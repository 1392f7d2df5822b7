package dev.farcall.client;

import dev.farcall.call.Interceptor;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.SpoolSettings;
import dev.farcall.wire.WireLimits;
import java.net.CookieHandler;
import java.net.ProxySelector;
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

/** The settings of a client, as its builder collects them. */
final class ClientSettings implements XmlRpcClient.Builder {

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

  ClientSettings(ServerAddress address) {
    servers.add(address);
  }

  @Override
  public ClientSettings server(String uri) {
    servers.add(ServerAddress.of(uri));
    return this;
  }

  @Override
  public ClientSettings retries(Retries retries) {
    this.retries = retries;
    return this;
  }

  @Override
  public ClientSettings transport(Transport transport) {
    this.transport = transport;
    return this;
  }

  @Override
  public ClientSettings aroundTransport(UnaryOperator<Transport> around) {
    aroundTransport.add(around);
    return this;
  }

  @Override
  public ClientSettings dialect(Dialect dialect) {
    this.dialect = dialect;
    return this;
  }

  @Override
  public ClientSettings encoding(Charset encoding) {
    this.encoding = encoding;
    return this;
  }

  @Override
  public ClientSettings reading(Reading reading) {
    this.reading = reading;
    return this;
  }

  @Override
  public ClientSettings limits(WireLimits limits) {
    this.limits = limits;
    return this;
  }

  @Override
  public ClientSettings spool(SpoolSettings spool) {
    this.spool = spool;
    return this;
  }

  @Override
  public ClientSettings mapper(ValueMapper mapper) {
    this.mapper = mapper;
    return this;
  }

  @Override
  public ClientSettings dynamicTypes(DynamicTypes types) {
    this.types = types;
    return this;
  }

  @Override
  public ClientSettings header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  @Override
  public ClientSettings basicAuth(String user, String password) {
    headers.basic(new Credentials(user, password));
    return this;
  }

  @Override
  public ClientSettings bearerToken(String token) {
    this.bearerToken = BearerToken.of(token);
    return this;
  }

  @Override
  public ClientSettings bearerToken(Supplier<String> token) {
    this.bearerToken = new BearerToken(token);
    return this;
  }

  @Override
  public ClientSettings timeout(Duration timeout) {
    this.timeout = Optional.of(Calls.positive(timeout));
    return this;
  }

  @Override
  public ClientSettings gzipRequests(int fromBytes) {
    if (fromBytes < 0) {
      throw new IllegalArgumentException("gzipRequests is not negative, got " + fromBytes);
    }
    this.gzipFromBytes = fromBytes;
    return this;
  }

  @Override
  public ClientSettings redirects(Redirects redirects) {
    this.redirects = redirects;
    return this;
  }

  @Override
  public ClientSettings plainHttp(PlainHttp plainHttp) {
    this.plainHttp = plainHttp;
    return this;
  }

  @Override
  public ClientSettings idempotent(Predicate<String> methods) {
    this.idempotent = methods;
    return this;
  }

  @Override
  public ClientSettings idempotencyKeys(Predicate<String> methods) {
    this.idempotencyKeys = methods;
    return this;
  }

  @Override
  public ClientSettings interceptor(Interceptor interceptor) {
    interceptors.add(interceptor);
    return this;
  }

  @Override
  public ClientSettings verbose(Appendable out) {
    this.transcript = Transcript.to(out);
    return this;
  }

  @Override
  public ClientSettings verbose(System.Logger log) {
    this.transcript = Transcript.to(log);
    return this;
  }

  @Override
  public ClientSettings executor(ExecutorService executor) {
    this.executor = executor;
    return this;
  }

  @Override
  public ClientSettings connectTimeout(Duration timeout) {
    this.http = http.withConnectTimeout(Calls.positive(timeout));
    return this;
  }

  @Override
  public ClientSettings readTimeout(Duration timeout) {
    this.http = http.withReadTimeout(Calls.positive(timeout));
    return this;
  }

  @Override
  public ClientSettings sslContext(SSLContext context) {
    this.http = http.withTls(http.tls().withContext(context));
    return this;
  }

  @Override
  public ClientSettings sslParameters(SSLParameters parameters) {
    this.http = http.withTls(http.tls().withParameters(parameters));
    return this;
  }

  @Override
  public ClientSettings proxy(ProxySelector proxy) {
    this.http = http.withVia(http.via().withProxies(proxy));
    return this;
  }

  @Override
  public ClientSettings proxyAuth(String user, String password) {
    this.http = http.withVia(http.via().withCredentials(new Credentials(user, password)));
    return this;
  }

  @Override
  public ClientSettings cookies(CookieHandler cookies) {
    this.http = http.withCookies(cookies);
    return this;
  }

  @Override
  public ClientSettings version(HttpClient.Version version) {
    this.http = http.withVersion(version);
    return this;
  }

  @Override
  public XmlRpcClient build() {
    return new XmlRpcClient(servers.stream().map(ServerAddress::uri).toList(), Pipeline.of(this));
  }
}
