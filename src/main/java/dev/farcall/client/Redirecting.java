package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import dev.farcall.call.DeadlineHeader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends a call again where a redirect points, as far as {@link Redirects} and safety allow (RFC
 * 9110, section 15.4).
 */
final class Redirecting implements Transport {

  private static final int MOST_HOPS = 5;
  private static final Set<Integer> PRESERVING = Set.of(307, 308);
  private static final Set<Integer> REWRITING = Set.of(301, 302);

  /**
   * All that another origin is sent: what is not a credential, and tells of nothing but the call.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-encoding",
          "content-encoding",
          "content-type",
          "farcall-deadline",
          // Without it a call that may be sent again because of it could run twice there.
          "idempotency-key",
          "user-agent");

  /** As much of a redirect's body is read as saves the connection for the next request. */
  private static final int DRAINED = 8192;

  private final Transport next;
  private final Redirects redirects;
  private final RedirectRules rules;
  private final Set<String> own;

  /**
   * Redirects around a transport.
   *
   * @param own names of headers that another origin must not see
   */
  Redirecting(Transport next, Redirects redirects, RedirectRules rules, Set<String> own) {
    this.next = next;
    this.redirects = redirects;
    this.rules = rules;
    this.own = Set.copyOf(own);
  }

  @Override
  public TransportReply send(TransportRequest request) {
    TransportRequest current = request;
    TransportReply reply = next.send(current);
    for (int hops = 0; isRedirect(reply.status()); hops++) {
      current = target(current, reply, hops);
      drain(reply);
      reply = next.send(current);
    }
    return current == request ? reply : reply.withRedirect(current.uri());
  }

  private TransportRequest target(TransportRequest from, TransportReply reply, int hops) {
    URI target = location(from, reply);
    String refusal =
        from.body().isRepeatable()
            ? refusal(from.uri(), target, reply.status(), hops)
            : "a parameter is a stream, which can be sent only once";
    if (!refusal.isEmpty()) {
      throw notFollowed(from, reply, "to " + Addresses.shown(target), refusal);
    }
    return from.withUri(target).withHeaders(headers(from, target));
  }

  private String refusal(URI from, URI target, int status, int hops) {
    if (hops == MOST_HOPS) {
      return "there were " + MOST_HOPS + " before it";
    } else if (redirects == Redirects.NEVER) {
      return "no redirect is (redirects)";
    } else if (!PRESERVING.contains(status) && !REWRITING.contains(status)) {
      return "it asks for a GET";
    } else if (REWRITING.contains(status) && redirects != Redirects.ALL) {
      return "301 and 302 are not unless all are (redirects)";
    } else if (REWRITING.contains(status) && !Addresses.haveOneHost(from, target)) {
      return "301 and 302 are only followed on the same host";
    } else if (redirects != Redirects.ALL && !Addresses.haveOneHost(from, target)) {
      return "another host is not called unless all are followed (redirects)";
    }
    return rules.refusal(from, target);
  }

  private Map<String, List<String>> headers(TransportRequest from, URI target) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(from.headers());
    if (!Addresses.haveOneOrigin(from.uri(), target)) {
      headers.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
      own.forEach(headers::remove);
    }
    // Some of the time was spent on the way here.
    from.remaining()
        .map(DeadlineHeader::text)
        .ifPresent(left -> headers.replace(DeadlineHeader.NAME, List.of(left)));
    return headers;
  }

  private static URI location(TransportRequest from, TransportReply reply) {
    String location = reply.header("Location").orElse("");
    try {
      URI target = Addresses.resolved(from.uri(), location);
      if (!location.isEmpty() && target.getScheme().matches("(?i)https?")) {
        return ServerAddress.of(target).uri();
      }
    } catch (IllegalArgumentException e) {
      throw notFollowed(from, reply, "to no address", "there is none to follow");
    }
    throw notFollowed(from, reply, "to no address of http", "there is none to follow");
  }

  private static ProtocolError notFollowed(
      TransportRequest from, TransportReply reply, String where, String why) {
    String problem =
        "answered with status %d, a redirect %s, which is not followed: %s"
            .formatted(reply.status(), where, why);
    return new ProtocolError(
        Addresses.shown(from.uri()),
        Delivery.UNKNOWN,
        problem,
        reply.status(),
        reply.headers(),
        BodyHead.textOf(reply),
        null);
  }

  private static void drain(TransportReply reply) {
    try (reply) {
      reply.body().skipNBytes(DRAINED);
    } catch (IOException e) {
      // Its end, or it broke: nobody waits for the body of a redirect.
    }
  }

  private static boolean isRedirect(int status) {
    return status == 303 || PRESERVING.contains(status) || REWRITING.contains(status);
  }

  @Override
  public void close() {
    next.close();
  }

  @Override
  public String toString() {
    return next.toString();
  }
}
