package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaTypeTest {

  @ParameterizedTest
  @CsvSource({
    "text/xml;charset=utf-8, utf-8",
    "text/xml ; CHARSET=ISO-8859-1, ISO-8859-1",
    "'text/xml; x=y; charset=\"utf-8\"', utf-8",
    "text/xml;charset= utf-8 ;z, utf-8",
    "text/xml;charset=none, none",
    "text/xml;charset=a;charset=b, a",
    "text/xml;charset=\", \"",
  })
  void charsetIsFoundInAnySpelling(String header, String charset) {
    assertEquals(new MediaType("text/xml", charset), MediaType.parse(header));
  }

  @Test
  void withoutParameterThereIsNoCharset() {
    assertNull(MediaType.parse("text/xml; notcharset=x").charset());
  }
}
