package dev.farcall.client;

import dev.farcall.Delivery;
import dev.farcall.ProtocolError;
import java.net.URI;
import java.util.List;
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
  private static final Set<String> CREDENTIALS = Set.of("Authorization", "Cookie");

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
      reply.close();
      reply = next.send(current);
    }
    return reply;
  }

  private TransportRequest target(TransportRequest from, TransportReply reply, int hops) {
    URI target = location(from, reply);
    String refusal = refusal(from.uri(), target, reply.status(), hops);
    if (!refusal.isEmpty()) {
      throw notFollowed(from, reply, "to " + Addresses.shown(target), refusal);
    }
    TransportRequest there = from.withUri(target);
    return Addresses.haveOneOrigin(from.uri(), target)
        ? there
        : there.withHeaders(forStrangers(from.headers()));
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

  private Map<String, List<String>> forStrangers(Map<String, List<String>> headers) {
    Map<String, List<String>> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    left.putAll(headers);
    CREDENTIALS.forEach(left::remove);
    own.forEach(left::remove);
    return left;
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
    reply.close();
    String problem =
        "answered with status %d, a redirect %s, which is not followed: %s"
            .formatted(reply.status(), where, why);
    return new ProtocolError(
        Addresses.shown(from.uri()),
        Delivery.UNKNOWN,
        problem,
        reply.status(),
        reply.headers(),
        "",
        null);
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
