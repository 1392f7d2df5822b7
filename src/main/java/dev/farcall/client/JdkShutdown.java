package dev.farcall.client;

import java.net.http.HttpClient;

/**
 * Ends the JDK's client, which can be told to only since JDK 21; before, it ends when forgotten.
 */
final class JdkShutdown {
  private JdkShutdown() {}

  static void of(HttpClient client) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(client);
    } catch (NoSuchMethodException e) {
      // JDK 17 to 20.
      return;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the JDK's client did not end", e);
    }
  }
}
