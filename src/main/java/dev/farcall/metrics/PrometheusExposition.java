package dev.farcall.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

/**
 * The metrics of an application, in Prometheus' text format: the calls of its servers, and memory,
 * garbage collection, threads, classes, processor, files and uptime of its JVM. Starts no threads.
 * Safe for use by many threads.
 */
public final class PrometheusExposition implements AutoCloseable {

  /** The media type of the text: {@value}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  /**
   * One that has nothing yet but the metrics of the JVM.
   *
   * @param version of Farcall, as the tag of {@code farcall.info}
   */
  public PrometheusExposition(String version) {
    Gauge.builder("farcall.info", () -> 1)
        .description("The version of Farcall")
        .tag("version", version)
        .register(registry);
    List.of(
            garbage,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  /**
   * Measures one more server.
   *
   * @param name of its servlet, as the tag {@code servlet}
   * @param methods that it exports
   */
  public CallMetrics ofServlet(String name, Set<String> methods) {
    Meters meters = Meters.of(registry, Side.SERVER, "servlet", name);
    return CallMetrics.ofServer(meters.withPercentileGauges(), methods);
  }

  /** Writes all metrics as they are now. The stream is flushed, and not closed. */
  public void writeTo(OutputStream out) throws IOException {
    registry.scrape(out, CONTENT_TYPE);
  }

  /** Ends what listens to the JVM. Afterwards nothing is measured. */
  @Override
  public void close() {
    // Else the JVM would keep the classes of an application that has been undeployed.
    garbage.close();
    registry.close();
  }
}
