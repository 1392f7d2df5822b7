package dev.farcall.testing;

import static java.util.stream.Collectors.toSet;

import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Answers from a file that a {@link Recorder} wrote, without a server.
 *
 * <pre>{@code
 * Replay replay = Replay.of(Path.of("src/test/recordings/people.txt"));
 * try (XmlRpcClient client = XmlRpcClient.builder("http://localhost").transport(replay).build()) {
 *   ...
 *   replay.verifyAllUsed();
 * }
 * }</pre>
 *
 * <p>A request is the recorded one if its document is the same, byte for byte, compressed or not;
 * address and headers do not matter. Requests with one document get their answers in the order of
 * the file, each once. Requests with different ones may come in any order. One that has no answer
 * left is an {@link AssertionError}, which shows what it calls, and what is recorded that is
 * nearest to it. Safe for use by many threads.
 */
public final class Replay implements Transport {

  private static final Logger LOG = System.getLogger("dev.farcall.testing");

  private final Path file;
  private final List<Exchange> exchanges;
  private final Map<Document, Queue<Exchange>> unused = new HashMap<>();
  private final List<String> misses = new ArrayList<>();

  private Replay(Path file, List<Exchange> exchanges) {
    this.file = file;
    this.exchanges = exchanges;
    for (Exchange exchange : exchanges) {
      unused.computeIfAbsent(exchange.document(), key -> new ArrayDeque<>()).add(exchange);
    }
  }

  /**
   * The answers of a file.
   *
   * @throws java.io.UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it is no recording; the message has the line
   */
  public static Replay of(Path file) {
    return new Replay(file, RecordingReader.read(file));
  }

  /**
   * What was recorded for this request.
   *
   * @throws AssertionError if nothing was, or all of it was used
   */
  @Override
  public TransportReply send(TransportRequest request) {
    return next(Document.of(request)).outcome().replay(request);
  }

  private synchronized Exchange next(Document document) {
    Queue<Exchange> left = unused.get(document);
    Exchange next = left == null ? null : left.poll();
    if (next == null) {
      misses.add(document.methodName());
      throw new AssertionError(file + " " + new Unrecorded(document, exchanges).message());
    }
    return next;
  }

  /**
   * Finds that every recorded exchange was used, and that there was no request without one.
   *
   * @throws AssertionError if not; the message has all of them
   */
  public synchronized void verifyAllUsed() {
    List<String> problems = new ArrayList<>();
    misses.forEach(method -> problems.add("called, but not recorded: " + method));
    unused().forEach(exchange -> problems.add("recorded, but not called: " + shown(exchange)));
    if (!problems.isEmpty()) {
      throw new AssertionError(file + "\n - " + String.join("\n - ", problems));
    }
  }

  /**
   * Logs a warning for every recorded exchange that was not used. It does not throw, since a test
   * that failed early has other news; {@link #verifyAllUsed} does.
   */
  @Override
  public synchronized void close() {
    unused()
        .forEach(
            exchange ->
                LOG.log(Level.WARNING, file + ": recorded, but not called: " + shown(exchange)));
    unused.clear();
  }

  @Override
  public String toString() {
    return "Replay of " + file;
  }

  private List<Exchange> unused() {
    Set<Integer> left =
        unused.values().stream().flatMap(Queue::stream).map(Exchange::line).collect(toSet());
    return exchanges.stream().filter(exchange -> left.contains(exchange.line())).toList();
  }

  private static String shown(Exchange exchange) {
    return exchange.document().methodName() + " (line " + exchange.line() + ")";
  }
}
