package dev.farcall.servlet;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Knows whose token it is that came with a call, see {@link BearerTokenFilter}.
 *
 * <p>An implementation named in {@code web.xml} is public and has a public constructor without
 * parameters. It is safe for use by many threads. Where it compares a token with one that it keeps,
 * it takes equally long whatever the first difference, as {@link
 * java.security.MessageDigest#isEqual} does.
 */
@FunctionalInterface
public interface TokenVerifier {
  /**
   * Whose token this is.
   *
   * @param token 1 to 4,096 of {@code A-Z a-z 0-9 - . _ ~ + /}, with {@code =} at the end
   * @return empty if it is nobody's, or not valid any more
   */
  Optional<Holder> verify(String token);

  /**
   * Who holds a token.
   *
   * @param name of the principal
   * @param roles that the holder has
   */
  record Holder(String name, Set<String> roles) implements Principal {
    /** A holder, with roles that do not change. */
    public Holder {
      roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
