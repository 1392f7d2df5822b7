package dev.farcall.servlet;

/** Whether Micrometer is there, which applications without a status page need not have. */
final class Micrometer {

  static final String MISSING =
      "status: needs io.micrometer:micrometer-registry-prometheus on the class path";

  private static final String REGISTRY = "io.micrometer.prometheusmetrics.PrometheusMeterRegistry";

  private Micrometer() {}

  static boolean isPresent() {
    try {
      Micrometer.class.getClassLoader().loadClass(REGISTRY);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
