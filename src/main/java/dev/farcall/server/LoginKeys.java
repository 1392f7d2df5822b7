package dev.farcall.server;

import dev.farcall.call.CallContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
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
  private static final int NETWORK_BYTES = 8;
  private static final Pattern ACCENTS_AND_INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]+");
  // Nothing but such a literal is handed on, since a name would be looked up.
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

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
    return new LoginKeys(name, caller.peerAddress().map(LoginKeys::network));
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

  /** An IPv4 address as it is, and of IPv6 the half that a guesser cannot choose. */
  private static String network(String address) {
    String bare = address.replaceAll("^\\[|\\]$|%.*$", "");
    if (!IPV6.matcher(bare).matches()) {
      return cut(address);
    }
    try {
      InetAddress parsed = InetAddress.getByName(bare);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return cut(address);
    }
  }
}
