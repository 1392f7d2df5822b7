/**
 * Traces calls with OpenTelemetry: {@link dev.farcall.tracing.TracingInterceptor} makes the spans
 * of servers and clients.
 *
 * <p>It is the only package that knows OpenTelemetry, which applications that do not use it need
 * not have. It knows nothing of HTTP.
 */
@NullMarked
package dev.farcall.tracing;

import org.jspecify.annotations.NullMarked;
