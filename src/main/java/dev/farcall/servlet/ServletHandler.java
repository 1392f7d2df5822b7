package dev.farcall.servlet;

import dev.farcall.Lifecycle;
import jakarta.servlet.ServletConfig;

/**
 * A handler, or a handler factory, that wants to know the servlet it works for. What it holds open
 * it can give back in {@link AutoCloseable#close}, which runs when the handler's life ends; a CDI
 * bean ends as CDI says.
 *
 * <pre>{@code
 * public final class Files implements ServletHandler {
 *   private Path root;
 *
 *   @Override
 *   public void init(ServletConfig config) {
 *     root = Path.of(config.getInitParameter("x"));
 *   }
 * }
 * }</pre>
 */
public interface ServletHandler {
  /**
   * Runs once, after the object was made and before its first call. It is never exported.
   *
   * @param config of the servlet, and through it the servlet context
   * @throws Exception if it cannot serve; that stops the deployment, or with a handler for each
   *     request the one call
   */
  @Lifecycle
  void init(ServletConfig config) throws Exception;
}
