package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "gzip, true",
    "GZip, true",
    "'deflate, gzip', true",
    "x-gzip, true",
    "gzip;q=0.5, true",
    "gzip ; q = 0.001, true",
    "gzip;q=0, false",
    "gzip; q=0.000, false",
    "gzip;q=0., false",
    "'gzip;q=0, *', false",
    "'*, gzip;q=0', false",
    "*, true",
    "*;q=0, false",
    "identity, false",
    "'br, deflate', false",
    "'', false",
    "gzipped, false",
  })
  void gzipIsSentToThoseThatAskForIt(String header, boolean allowed) {
    assertEquals(allowed, AcceptEncoding.allowsGzip(List.of(header)));
  }

  @Test
  void severalHeadersCountAsOne() {
    assertEquals(true, AcceptEncoding.allowsGzip(List.of("br", "gzip")));
  }

  @Test
  void withoutHeaderNothingIsCompressed() {
    assertEquals(false, AcceptEncoding.allowsGzip(List.of()));
  }
}
