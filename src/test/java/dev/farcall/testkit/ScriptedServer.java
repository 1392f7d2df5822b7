package dev.farcall.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server on a free port of the loopback address that answers exactly as a test tells it, wrong if
 * need be, and keeps all it receives. The first request gets the first reply, whatever connection
 * it comes on; the last reply serves for all that follow. Thread-safe.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.answering(Reply.hang())) {
 *   call(server.uri());
 *   assertEquals("POST /RPC2 HTTP/1.1", server.takeRequest().requestLine());
 * }
 * }</pre>
 *
 * <p>{@link #close()} ends whatever is under way, so that nothing here can outlast a test.
 */
public final class ScriptedServer implements AutoCloseable {

  /** How a connection that was accepted becomes one that speaks. */
  private interface Layer {
    Socket over(Socket plain) throws IOException;
  }

  private static final long PATIENCE_SECONDS = 10;

  private final ServerSocket listening;
  private final String scheme;
  private final Layer layer;
  private final List<Reply> script;
  private final AtomicInteger replies = new AtomicInteger();
  private final List<ScriptedConnection> connections = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ReceivedRequest> untaken = new LinkedBlockingQueue<>();
  private final Semaphore hangUps = new Semaphore(0);
  private final Semaphore farewells = new Semaphore(0);

  private ScriptedServer(String scheme, Layer layer, Reply... script) throws IOException {
    this(0, scheme, layer, script);
  }

  private ScriptedServer(int port, String scheme, Layer layer, Reply... script) throws IOException {
    this.listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.scheme = scheme;
    this.layer = layer;
    this.script = List.of(script);
    start(this::acceptAll);
  }

  /** Answers with these, over plain http. */
  public static ScriptedServer answering(Reply... script) throws IOException {
    return new ScriptedServer("http", plain -> plain, script);
  }

  /** Answers with these, over plain http, where one that was closed has listened. */
  public static ScriptedServer answeringAt(int port, Reply... script) throws IOException {
    return new ScriptedServer(port, "http", plain -> plain, script);
  }

  /** Answers with these, over TLS as the context says. */
  public static ScriptedServer overTls(SSLContext context, Reply... script) throws IOException {
    return new ScriptedServer("https", plain -> tls(context, plain), script);
  }

  /** Answers with these, over TLS, to clients that show a certificate which the context trusts. */
  public static ScriptedServer overMutualTls(SSLContext context, Reply... script)
      throws IOException {
    return new ScriptedServer(
        "https",
        plain -> {
          SSLSocket socket = tls(context, plain);
          socket.setNeedClientAuth(true);
          return socket;
        },
        script);
  }

  private static SSLSocket tls(SSLContext context, Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  /** Its address: {@code http://127.0.0.1:PORT/RPC2}, or with https. */
  public URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + port() + "/RPC2");
  }

  /** The port it listens on. */
  public int port() {
    return listening.getLocalPort();
  }

  /** All requests that were read so far, in order. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /** The first request that was not taken yet; waits for it for ten seconds. */
  public ReceivedRequest takeRequest() throws InterruptedException {
    ReceivedRequest request = untaken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came within ten seconds; so far: " + requests.size());
    }
    return request;
  }

  /** How many connections were made so far. */
  public int connections() {
    return connections.size();
  }

  /** How many requests were read from each connection so far. */
  public List<Integer> requestsPerConnection() {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(connections.size(), 0));
    requests.forEach(r -> counts.set(r.connection(), counts.get(r.connection()) + 1));
    return counts;
  }

  /**
   * Waits, for ten seconds, until the other side has closed a connection, whether the reply was
   * over or not. Each connection counts once.
   */
  public void awaitHangUp() throws InterruptedException {
    if (!hangUps.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no connection was closed by the other side within ten seconds");
    }
  }

  /** Waits, for ten seconds, until this side has closed a connection, as a reply told it to. */
  public void awaitFarewell() throws InterruptedException {
    if (!farewells.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no connection was closed by this side within ten seconds");
    }
  }

  /** Ends all connections, and waits until nothing of this runs any more. */
  @Override
  public void close() throws IOException {
    listening.close();
    // The first thread, which makes the others, has to be gone before they are counted.
    for (int i = 0; i < threads.size(); i++) {
      connections.forEach(ScriptedConnection::abort);
      end(threads.get(i));
    }
  }

  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new AssertionError("a connection of the scripted server did not end");
    }
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket plain = listening.accept();
        plain.setTcpNoDelay(true);
        ScriptedConnection connection =
            new ScriptedConnection(plain, layer.over(plain), connections.size());
        connections.add(connection);
        start(() -> serve(connection));
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(ScriptedConnection connection) {
    boolean left = connection.serve(this::nextReply, this::received);
    (left ? hangUps : farewells).release();
  }

  private Reply nextReply() {
    return script.get(Math.min(replies.getAndIncrement(), script.size() - 1));
  }

  private void received(ReceivedRequest request) {
    requests.add(request);
    untaken.add(request);
  }
}
