package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.call.Incidents;
import dev.farcall.servlet.TokenVerifier.Holder;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those pass who send a bearer token (RFC 6750), and makes its holder the principal of
 * the request, with the roles that the holder has. Others get a 401 with a fault in its body.
 *
 * <p>The init-param {@code tokens-file} names a file of hashed tokens, {@code verifier} the class
 * of a {@link TokenVerifier}; there must be one of them. A file that cannot be read stops the
 * deployment. The file is read once.
 *
 * <p>The token is looked for in the header {@code Authorization} only, never in the query or the
 * body. GET and HEAD without that header pass as nobody's, since browsers cannot send it when they
 * open the page of an {@link XmlRpcServlet}, which runs no method by them: so this is a filter for
 * that servlet, and for no other. Safe for use by many threads.
 */
public final class BearerTokenFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final System.Logger LOG = System.getLogger("dev.farcall.servlet");
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Pattern CREDENTIALS =
      Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]{1,4096}={0,4})");

  private final transient Replies replies =
      new Replies(
          Codec.of(WireLimits.defaults(), Reading.STANDARD),
          Incidents.of(LOG),
          HttpSettings.DEFAULTS,
          System::nanoTime);

  private transient @Nullable TokenVerifier verifier;

  /** A filter that finds its verifier by its init-params. */
  public BearerTokenFilter() {}

  /** A filter with this verifier, for containers that are set up by a program. */
  public BearerTokenFilter(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Reads the init-params.
   *
   * @throws ServletException if anything is wrong with them, or the file; the message lists it all
   */
  @Override
  public void init() throws ServletException {
    if (verifier == null) {
      verifier = TokenVerifiers.of(getFilterConfig());
    }
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<String> credentials = Collections.list(request.getHeaders("Authorization"));
    if (credentials.isEmpty() && READING.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Holder> holder;
    try {
      holder = holder(credentials);
    } catch (RuntimeException | Error e) {
      replies.fail(e, "the check of a bearer token", response);
      return;
    }
    if (holder.isPresent()) {
      chain.doFilter(new BearerRequest(request, holder.get()), response);
    } else {
      replies.refuse(credentials.isEmpty() ? missing() : invalid(), response);
    }
  }

  private Optional<Holder> holder(List<String> credentials) {
    TokenVerifier running = verifier;
    if (running == null || credentials.size() != 1) {
      return Optional.empty();
    }
    Matcher token = CREDENTIALS.matcher(credentials.get(0).strip());
    return token.matches()
        ? Objects.requireNonNull(running.verify(token.group(1)), "the verifier answered null")
        : Optional.empty();
  }

  private static Refusal missing() {
    return refusal("a bearer token is needed", "Bearer realm=\"calls\"");
  }

  private static Refusal invalid() {
    return refusal(
        "the bearer token is not valid", "Bearer realm=\"calls\", error=\"invalid_token\"");
  }

  private static Refusal refusal(String message, String challenge) {
    return Refusal.of(Refusals.UNAUTHORIZED, FaultCode.ACCESS_DENIED, message)
        .withHeader("WWW-Authenticate", challenge);
  }
}
