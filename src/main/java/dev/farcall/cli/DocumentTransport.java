package dev.farcall.cli;

import dev.farcall.client.RequestBody;
import dev.farcall.client.Transport;
import dev.farcall.client.TransportRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sends a document in place of the one that a call would be. For one call at a time. */
final class DocumentTransport {

  private UnaryOperator<TransportRequest> replacing = UnaryOperator.identity();

  /** A transport that sends by this one. */
  Transport around(Transport next) {
    return request -> next.send(replacing.apply(request));
  }

  /** From now on calls send this document. */
  void replaceBy(CheckDocument document, String method) {
    byte[] bytes = document.bytes(method);
    replacing =
        request ->
            new TransportRequest(
                request.uri(),
                headers(request, document),
                RequestBody.of(bytes),
                request.deadline());
  }

  private static Map<String, List<String>> headers(
      TransportRequest request, CheckDocument document) {
    String contentType = document.contentType();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    if (contentType != null) {
      headers.put("Content-Type", contentType.isEmpty() ? List.of() : List.of(contentType));
    }
    return headers;
  }
}
