package dev.farcall.testing;

import dev.farcall.Delivery;
import dev.farcall.call.UnprocessedHeader;
import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Those that come with the library. */
enum Disturbances implements Disturbance {
  NONE("none") {
    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      return next.send(request);
    }
  },
  NOT_SENT("not sent") {
    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      throw request.failure(
          Delivery.NOT_SENT, "injected: the connection was cut before the call was sent", null);
    }
  },
  NO_REPLY("no reply") {
    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      next.send(request).close();
      throw request.failure(
          Delivery.UNKNOWN, "injected: the connection was cut after the call was sent", null);
    }
  },
  CUT_REPLY("cut reply") {
    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      TransportReply reply = next.send(request);
      byte[] body = body(reply, request);
      int cut = body.length == 0 ? 0 : random.nextInt(body.length);
      IOException failure =
          new IOException("injected: cut after " + cut + " of " + body.length + " bytes");
      return reply.withBody(BodyEnd.failing(new ByteArrayInputStream(body, 0, cut), failure));
    }
  },
  GARBAGE("garbage") {
    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      TransportReply reply = next.send(request);
      byte[] body = body(reply, request);
      int from = random.nextInt(body.length / 2 + 1);
      byte[] garbage = new byte[Math.max(body.length - from, SHORTEST)];
      random.nextBytes(garbage);
      byte[] all = Arrays.copyOf(body, from + garbage.length);
      System.arraycopy(garbage, 0, all, from, garbage.length);
      return reply.withBody(new ByteArrayInputStream(all));
    }
  };

  static final Sleeper THREAD = time -> Thread.sleep(time.toMillis());

  /** So much that it cannot look like the end of a document by chance. */
  private static final int SHORTEST = 16;

  private final String text;

  Disturbances(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }

  private static byte[] body(TransportReply reply, TransportRequest request) {
    try (InputStream body = reply.body()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw request.failure(Delivery.UNKNOWN, "the connection broke while the answer was read", e);
    }
  }

  /** A wait, until the deadline at most. */
  record Delay(Duration time, Sleeper sleeper) implements Disturbance {
    Delay {
      if (time.isNegative()) {
        throw new IllegalArgumentException("a delay is not negative, got " + time);
      }
    }

    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      Duration left = request.remaining().orElse(time);
      boolean late = left.compareTo(time) < 0;
      try {
        sleeper.sleep(late ? left : time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw request.failure(Delivery.NOT_SENT, "the thread was interrupted", e);
      }
      if (late) {
        throw request.failure(
            Delivery.NOT_SENT, "injected: the deadline passed before the call was sent", null);
      }
      return next.send(request);
    }

    @Override
    public String toString() {
      return "delay of " + time.toMillis() + " ms";
    }
  }

  /** An answer that never was at the server. */
  record Status(int status, Map<String, List<String>> marker) implements Disturbance {

    private static final Map<String, List<String>> UNPROCESSED =
        Map.of(UnprocessedHeader.NAME, List.of("true"));

    static Status of(int status) {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("a status is from 200 to 599, got " + status);
      }
      return new Status(status, Map.of());
    }

    static Status unprocessed(int status) {
      if (status != 429 && status != 503) {
        throw new IllegalArgumentException(
            "a server that did not start a call answers with status 429 or 503, got " + status);
      }
      return new Status(status, UNPROCESSED);
    }

    @Override
    public TransportReply send(TransportRequest request, Transport next, RandomGenerator random) {
      String page = "<html><body>injected status " + status + "</body></html>";
      return new TransportReply(
          status, marker, new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
      return (marker.isEmpty() ? "status " : "unprocessed ") + status;
    }
  }
}
