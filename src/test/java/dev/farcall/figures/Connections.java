package dev.farcall.figures;

import dev.farcall.testkit.CallDocuments;
import dev.farcall.testkit.RawConnection;
import dev.farcall.testkit.Times;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How soon a place is free again. */
final class Connections {

  private static final int TIMES = 10;
  private static final int PLACES = 64;
  private static final int LARGE = 16_000_000;
  private static final int DEADLINE_MILLIS = 2_000;
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Served server;
  private final Table table;

  Connections(Served server, Table table) {
    this.server = server;
    this.table = table;
  }

  void addAll() throws IOException {
    addReader();
    addWriter();
    addHanging();
    addDeadline();
  }

  /** Goes away while it gets an answer that is larger than what is on its way. */
  private void addReader() throws IOException {
    byte[] call = target("fill", LARGE, "");
    add(
        "a caller who breaks off in an answer of 16 MB: until its thread is free",
        () -> {
          RawConnection connection = server.connect().send(call);
          String unused = connection.receiveHead();
          server.awaitBusy(1);
          long start = System.nanoTime();
          connection.reset();
          return server.awaitBusy(0) - start;
        });
  }

  private void addWriter() throws IOException {
    add(
        "10 of 1,000 bytes announced, then closed: until its thread is free",
        () -> {
          RawConnection connection = tenBytes();
          server.awaitBusy(1);
          long start = System.nanoTime();
          connection.close();
          return server.awaitBusy(0) - start;
        });
  }

  private RawConnection tenBytes() throws IOException {
    return server
        .connect()
        .send(Requests.head("", 1_000))
        .send("<methodCal".getBytes(StandardCharsets.US_ASCII));
  }

  private void add(String what, Exchange exchange) throws IOException {
    long unused = exchange.nanos();
    Times measured = new Times();
    for (int i = 0; i < TIMES; i++) {
      measured.add(exchange.nanos());
      server.callAsUsual();
    }
    table.add(new Line(what, "-", measured, Cost.UNKNOWN, Bar.millis(1_000)));
  }

  private void addHanging() throws IOException {
    String what = "10 of 1,000 bytes announced, then nothing";
    Times times = new Times();
    try (RawConnection connection = tenBytes()) {
      long start = System.nanoTime();
      String answer = connection.receive().summary();
      times.add(System.nanoTime() - start);
      table.check(what, Set.of("408 -32002"), answer);
      // The time for the whole body, and that for one read of it.
      table.add(new Line(what, answer, times, Cost.UNKNOWN, Bar.millis(60_000)));
    }
    server.callAsUsual();
  }

  /** Takes all places for calls that take longer than their callers wait. */
  private void addDeadline() throws IOException {
    String what = "64 calls beyond their deadline of 2 s: from their end to the next answer";
    Times times = new Times();
    for (int i = 0; i < TIMES; i++) {
      times.add(nanosToNextAnswer(what));
      server.callAsUsual();
    }
    table.add(new Line(what, "200 -32004", times, Cost.UNKNOWN, Bar.millis(100)));
  }

  private long nanosToNextAnswer(String what) throws IOException {
    byte[] call = target("hold", 60_000, "Farcall-Deadline: " + DEADLINE_MILLIS + "\r\n");
    List<RawConnection> holding = new ArrayList<>();
    // More than there are places, so that the calls of the next caller keep none of them.
    for (int i = 0; i < 2 * PLACES; i++) {
      holding.add(server.connect("127.0.0." + (2 + i % 4)).send(call));
    }
    long answered = nextAnswer();
    for (RawConnection each : holding) {
      try (each) {
        table.check(what, Set.of("200 -32004", "503 -32003"), each.receive().summary());
      }
    }
    return answered - server.firstEnd();
  }

  /** Calls until there is no place, and then until there is one. */
  private long nextAnswer() throws IOException {
    try (RawConnection next = server.connect("127.0.0.9")) {
      awaitStatus(503, next);
      awaitStatus(200, next);
      return System.nanoTime();
    }
  }

  private static void awaitStatus(int expected, RawConnection connection) throws IOException {
    byte[] call = Requests.of(CallDocuments.echo("x"));
    long start = System.nanoTime();
    while (connection.send(call).receive().status() != expected) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("status " + expected + " does not come");
      }
    }
  }

  private static byte[] target(String method, int number, String headers) {
    String document = CallDocuments.call("target." + method, "<int>" + number + "</int>");
    return Requests.with(headers, CallDocuments.bytes(document));
  }

  /** What takes time. */
  private interface Exchange {
    long nanos() throws IOException;
  }
}
