package dev.farcall.call;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What addresses are counted under where each caller gets a share or a number of attempts. Whoever
 * has one address of IPv6 usually has the 2<sup>64</sup> of its network (RFC 6177), and would have
 * as many shares.
 */
public final class PeerNetwork {

  private static final int LONGEST = 256;
  private static final int NETWORK_BYTES = 8;
  private static final Pattern BRACKETS_AND_ZONE = Pattern.compile("^\\[|\\]$|%.*$");
  // Nothing but such a literal is handed on, since a name would be looked up.
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  private PeerNetwork() {}

  /**
   * The network of an address. Looks no name up.
   *
   * @param address as a container tells it: of IPv6 also in brackets, and with a zone
   * @return an IPv4 address as it is, also if it was written as IPv6; of IPv6 the first 64 bits as
   *     hexadecimal digits; of what is no address its first 256 characters
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return cut(address);
    }
    String bare = BRACKETS_AND_ZONE.matcher(address).replaceAll("");
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

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
