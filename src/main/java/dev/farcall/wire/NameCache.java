package dev.farcall.wire;

import org.jspecify.annotations.Nullable;

/**
 * The names of members seen lately. Arrays of structs repeat the same few names thousands of times;
 * this makes them one string each, with its hash already known. One name per slot, so that nobody
 * can fill it or make it slow.
 */
final class NameCache {

  private static final int SLOTS = 256;
  private static final int LONGEST = 32;

  private final @Nullable String[] slots = new String[SLOTS];

  String get(char[] chars, int length) {
    if (length > LONGEST) {
      return new String(chars, 0, length);
    }
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String cached = slots[slot];
    if (cached == null || !matches(cached, chars, length)) {
      cached = new String(chars, 0, length);
      slots[slot] = cached;
    }
    return cached;
  }

  private static boolean matches(String name, char[] chars, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != chars[i]) {
        return false;
      }
    }
    return true;
  }
}
