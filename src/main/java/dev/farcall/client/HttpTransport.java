package dev.farcall.client;

import dev.farcall.TransportException;
import dev.farcall.WireException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls over HTTP with the JDK's client, which pools the connections.
 *
 * <p>A call is sent a second time only when the connection was found dead before any of the body
 * was taken, which is what happens to one that was kept open and that the server has closed.
 */
final class HttpTransport implements Transport {

  private final HttpClient client;
  private final HttpOptions options;

  private HttpTransport(HttpClient client, HttpOptions options) {
    this.client = client;
    this.options = options;
  }

  static HttpTransport of(HttpOptions options) {
    UnsafeProperties.check();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(options.connectTimeout())
            // Redirects are followed elsewhere, where it is known what may go where.
            .followRedirects(HttpClient.Redirect.NEVER)
            // Nothing here waits on the JDK's thread, so that a call need not change threads.
            .executor(Runnable::run);
    SSLContext context = options.tls().context() == null ? ofJdk() : options.tls().context();
    builder
        .sslContext(context)
        .sslParameters(TlsParameters.of(options.tls().parameters(), context));
    if (options.via().proxies() != null) {
      builder.proxy(options.via().proxies());
    }
    if (options.cookies() != null) {
      builder.cookieHandler(options.cookies());
    }
    return new HttpTransport(builder.build(), options);
  }

  private static SSLContext ofJdk() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no TLS", e);
    }
  }

  @Override
  public TransportReply send(TransportRequest request) {
    try {
      return attempt(request);
    } catch (TransportException e) {
      if (HttpFailure.isDeadConnection(e)) {
        return attempt(request);
      }
      throw e;
    }
  }

  private TransportReply attempt(TransportRequest request) {
    Watch watch = new Watch(options.readTimeout(), request.remaining());
    RequestPublisher body = new RequestPublisher(request.body(), watch);
    ReplyBody replyBody = new ReplyBody(watch);
    CompletableFuture<HttpResponse<@Nullable InputStream>> exchange =
        client.sendAsync(httpRequest(request, body), head -> replyBody);
    try {
      HttpResponse<@Nullable InputStream> response = await(exchange, watch);
      return new TransportReply(response.statusCode(), headers(response), body(response));
    } catch (ExecutionException e) {
      HttpFailure.ofOwn(e.getCause()).ifPresent(HttpTransport::rethrow);
      throw HttpFailure.of(e.getCause(), request.uri(), body.delivery(), options);
    } catch (TimeoutException e) {
      abandon(exchange, replyBody);
      throw request.failure(body.delivery(), watch.reason(), e);
    } catch (InterruptedException e) {
      abandon(exchange, replyBody);
      Thread.currentThread().interrupt();
      throw request.failure(body.delivery(), "the thread was interrupted", e);
    }
  }

  private static void rethrow(WireException failure) {
    throw failure;
  }

  private static void abandon(Future<?> exchange, ReplyBody body) {
    // The answer may just have come, or come yet: nobody will read it.
    body.close();
    exchange.cancel(true);
  }

  private static <T> T await(CompletableFuture<T> exchange, Watch watch)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      try {
        return exchange.get(Math.max(watch.nanosLeft(), 0), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        // A large body that still moves is no silence.
        if (watch.nanosLeft() <= 0) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {
    JdkShutdown.of(client);
  }

  private HttpRequest httpRequest(TransportRequest request, RequestPublisher body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).version(version(request)).POST(body);
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    if (options.via().credentials() != null) {
      // Only proxies get it: the JDK takes such headers off what goes to a server. An Authenticator
      // would make it throw away the answer of a server that wants to know who calls, too.
      builder.setHeader("Proxy-Authorization", options.via().credentials().basic());
    }
    return builder.build();
  }

  private static InputStream body(HttpResponse<@Nullable InputStream> response) {
    InputStream body = response.body();
    // A proxy that refuses a tunnel has none.
    return body == null ? InputStream.nullInputStream() : body;
  }

  /** Without {@code :status} and its like, by which HTTP/2 carries what is no header. */
  private static Map<String, List<String>> headers(HttpResponse<?> response) {
    Map<String, List<String>> headers = new HashMap<>(response.headers().map());
    headers.keySet().removeIf(name -> name.startsWith(":"));
    return headers;
  }

  // Over plain http the offer of version 2 is a header that some old servers stumble over.
  private Version version(TransportRequest request) {
    if (options.version() != null) {
      return options.version();
    }
    return Addresses.isHttps(request.uri()) ? Version.HTTP_2 : Version.HTTP_1_1;
  }
}
