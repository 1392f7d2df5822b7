package dev.farcall.large;

import dev.farcall.Binary;
import dev.farcall.client.TransportRequest;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.wire.WireLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Sends and fetches one large value, as a file and as a stream, to and from a server in a process
 * of its own with a heap of the same size, and tells how long it took.
 *
 * <pre>{@code
 * mvn -Plarge test -Dlarge.bytes=1000000000 -Dlarge.heap=64m
 * }</pre>
 */
public final class LargeClient {

  private final XmlRpcClient client;
  private final long count;
  private final String expected;

  private LargeClient(XmlRpcClient client, long count, String expected) {
    this.client = client;
    this.count = count;
    this.expected = expected;
  }

  /** Runs it: the number of bytes, and the heap of the server, as {@code 64m}. */
  public static void main(String[] args) throws Exception {
    long count = Long.parseLong(args[0]);
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + args[1],
                "-cp",
                System.getProperty("java.class.path"),
                LargeServer.class.getName())
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      run(Objects.requireNonNull(out.readLine()), count);
      server.getOutputStream().close();
      System.out.println("server " + out.readLine());
      System.out.println("client " + Heap.peak());
    } finally {
      server.destroy();
    }
  }

  private static void run(String uri, long count) throws Exception {
    WireLimits limits = WireLimits.defaults().withMaxDocumentBytes(4L * count);
    Path file = Files.createTempFile("large", ".bin");
    try (XmlRpcClient client =
        XmlRpcClient.builder(uri)
            .limits(limits)
            .timeout(Duration.ofMinutes(10))
            .aroundTransport(next -> request -> next.send(uncompressed(request)))
            .build()) {
      try (InputStream content = new Content(count)) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      }
      LargeClient large = new LargeClient(client, count, Content.digest(new Content(count)));
      large.timed("client to server, a Path", () -> large.sent(file));
      large.timed("client to server, an InputStream", () -> large.sent(new Content(count)));
      large.timed("server to client, an InputStream", large::fetched);
      large.timed("there and back, a Binary of a Path", () -> large.echoed(Binary.of(file)));
    } finally {
      Files.delete(file);
    }
  }

  /** Compressing such bytes would be all that is measured. */
  private static TransportRequest uncompressed(TransportRequest request) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("Accept-Encoding"));
    return request.withHeaders(headers);
  }

  private void timed(String what, Callable<String> call) throws Exception {
    long start = System.nanoTime();
    String digest = call.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!digest.equals(expected)) {
      throw new IllegalStateException(what + ": expected " + expected + ", got " + digest);
    }
    System.out.printf("%-36s %6.1f s, %5.1f MB/s%n", what, seconds, count / 1e6 / seconds);
  }

  private String sent(Object content) {
    return client.call(String.class, "large.digest", content);
  }

  private String fetched() throws IOException {
    return Content.digest(client.call(InputStream.class, "large.make", count));
  }

  private String echoed(Binary content) throws IOException {
    try (Binary back = client.call(Binary.class, "large.echo", content)) {
      return Content.digest(back.openStream());
    }
  }
}
