package dev.farcall.testing;

import dev.farcall.client.TransportRequest;
import java.util.List;
import java.util.Map;

/**
 * A request, and what came of it.
 *
 * @param line of the file where it begins; 0 if it is in none yet
 * @param path where it was sent, without the server, which may be another each time
 * @param headers as recorded
 */
record Exchange(
    int line, String path, Map<String, List<String>> headers, Document document, Outcome outcome) {

  static Exchange of(TransportRequest request, Outcome outcome) {
    return new Exchange(
        0,
        request.uri().getRawPath(),
        RecordedHeaders.of(request.headers()),
        Document.of(request),
        outcome);
  }
}
