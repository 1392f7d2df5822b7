package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.servlet.HttpSettings.ContentTypes;
import dev.farcall.wire.MediaType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The body must be announced as XML. A form of any web page can send text/plain and the types of
 * forms, with the user's password, and no browser asks first; it cannot send these. Old clients
 * that announce nothing are let through, browsers that do so are not.
 */
record ContentTypeRule(ContentTypes accepted) implements HttpRule {

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if (accepted == ContentTypes.ANY) {
      return null;
    }
    String header = request.getHeader("Content-Type");
    if (header == null || header.isBlank()) {
      return BrowserRule.isBrowser(request) ? fromBrowser() : null;
    }
    return MediaType.parse(header).isXml() ? null : unsupported();
  }

  private static Refusal fromBrowser() {
    return Refusal.of(
        Refusals.FORBIDDEN,
        FaultCode.ACCESS_DENIED,
        "a request from a browser needs a Content-Type; send text/xml, or change content-types");
  }

  private static Refusal unsupported() {
    return Refusal.of(
        Refusals.UNSUPPORTED_MEDIA_TYPE,
        FaultCode.TRANSPORT_ERROR,
        "this Content-Type is not accepted; send text/xml, or change content-types");
  }
}
