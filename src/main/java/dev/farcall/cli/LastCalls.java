package dev.farcall.cli;

import dev.farcall.call.UnprocessedHeader;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets the requests that are being answered come to their end when the server stops. On connections
 * that were kept more of them come meanwhile, for a second: no servlet sees those, so they are
 * refused as not started, which Jetty by itself does not say.
 */
final class LastCalls extends GracefulHandler {

  private static final String A_SECOND = "1";

  LastCalls(Handler handler) {
    super(handler);
  }

  // Not asked before: between two looks at whether this is the end, the end may come.
  @Override
  protected void handleShutdownRejection(Request request, Response response, Callback callback) {
    response.getHeaders().put(UnprocessedHeader.NAME, "1");
    response.getHeaders().put(HttpHeader.RETRY_AFTER, A_SECOND);
    super.handleShutdownRejection(request, response, callback);
  }
}
