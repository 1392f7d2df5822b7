package dev.farcall.client;

/** The methods of a server whose names begin alike. */
final class PrefixedService extends Service {
  PrefixedService(Calls calls, String prefix) {
    super(calls, prefix);
  }
}
