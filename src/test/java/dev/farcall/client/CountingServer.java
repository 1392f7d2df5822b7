package dev.farcall.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers 5 to every call, and counts; it closes the connection instead at one of them. */
final class CountingServer implements AutoCloseable {
  private static final byte[] FIVE =
      "<methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>"
          .getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger calls = new AtomicInteger();
  private final Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();
  private final HttpServer server;
  private final int closingAt;

  CountingServer() throws IOException {
    this(0);
  }

  CountingServer(int closingAt) throws IOException {
    this.closingAt = closingAt;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/RPC2", this::answer);
    server.start();
  }

  /** Its address. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/RPC2");
  }

  /** How many calls came. */
  int calls() {
    return calls.get();
  }

  /** Over how many connections they came. */
  int connections() {
    return peers.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      peers.add(exchange.getRemoteAddress());
      exchange.getRequestBody().readAllBytes();
      if (calls.incrementAndGet() != closingAt) {
        exchange.sendResponseHeaders(200, FIVE.length);
        exchange.getResponseBody().write(FIVE);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
