/**
 * Counts and measures calls with Micrometer: {@link dev.farcall.metrics.CallMetrics} is an {@link
 * dev.farcall.call.Interceptor} for servers and clients, and {@link
 * dev.farcall.metrics.PrometheusExposition} the registry of a web application.
 *
 * <p>It is the only package that knows Micrometer, which applications that do not use it need not
 * have. It knows nothing of HTTP.
 */
@NullMarked
package dev.farcall.metrics;

import org.jspecify.annotations.NullMarked;
