package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.call.PeerNetwork;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the failure of a log-in is counted under. Where two that differ become one here, they share
 * a count, and nobody can log in by that; where one could be written in two ways, each way would be
 * good for more guesses. So this takes for one what might be one.
 *
 * @param account the account; empty if the method does not tell it
 * @param network from where; empty within this process
 */
record LoginKeys(Optional<String> account, Optional<String> network) {

  private static final int LONGEST = 256;
  private static final Pattern ACCENTS_AND_INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]+");

  /**
   * The keys of an attempt.
   *
   * @param account Java arguments that name the account together
   */
  static LoginKeys of(List<? extends @Nullable Object> account, CallContext caller) {
    Optional<String> name =
        account.isEmpty()
            ? Optional.empty()
            : Optional.of(
                account.stream()
                    .map(part -> folded(String.valueOf(part)))
                    .collect(Collectors.joining("\n")));
    return new LoginKeys(name, caller.peerAddress().map(PeerNetwork::of));
  }

  /** As the most forgiving collation of a database would compare it; cut when it is long. */
  private static String folded(String text) {
    String plain = Normalizer.normalize(cut(text.strip()), Normalizer.Form.NFKD);
    String letters = ACCENTS_AND_INVISIBLE.matcher(plain).replaceAll("");
    // There and back, since some letters are alike in the upper case only.
    return cut(letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
