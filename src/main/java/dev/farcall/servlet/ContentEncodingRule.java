package dev.farcall.servlet;

import dev.farcall.FaultCode;
import dev.farcall.wire.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A body is compressed once at most, and in a way that is known here. */
record ContentEncodingRule() implements HttpRule {

  /** The one encoding of a body, in lower case; null when it has none. */
  static @Nullable String encoding(HttpServletRequest request) {
    List<String> all = Collections.list(request.getHeaders("Content-Encoding"));
    return all.isEmpty() ? null : String.join(",", all).strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable Refusal refusal(HttpServletRequest request) {
    if (Bodies.isSupported(encoding(request))) {
      return null;
    }
    return Refusal.of(
            Refusals.UNSUPPORTED_MEDIA_TYPE,
            FaultCode.TRANSPORT_ERROR,
            "this Content-Encoding is not accepted; send gzip, deflate or none")
        .withHeader("Accept-Encoding", "gzip, deflate");
  }
}
