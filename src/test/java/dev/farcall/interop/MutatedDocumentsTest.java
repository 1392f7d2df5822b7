package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.WireException;
import dev.farcall.model.MethodCall;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document that is damaged at each of its bytes is refused with a documented code, or read. */
final class MutatedDocumentsTest {

  private static final byte[] DOCUMENT =
      Target.bytes(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <!-- a --><methodCall><methodName>m</methodName><params>
          <param><value><struct><member><name>n&#233;</name><value><int>-12</int></value></member>
          <member><name>b</name><value><array><data><value>x</value><value/><value><nil/></value>
          <value><double>1.5</double></value><value><boolean>1</boolean></value></data></array>
          </value></member></struct></value></param>
          <param><value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value></param>
          <param><value><base64>QUJD</base64></value></param><?pi x?>
          <param><value><string><![CDATA[<]]>&amp;\u20ac\ud83d\ude00</string></value></param>
          </params></methodCall>""");

  private static final byte[] BYTES = {
    0,
    9,
    '\r',
    ' ',
    '!',
    '"',
    '&',
    '-',
    '/',
    '0',
    '<',
    '>',
    '?',
    ']',
    'x',
    127,
    (byte) 0x80,
    (byte) 0xC0,
    (byte) 0xED,
    (byte) 0xF4,
    (byte) 0xFF
  };

  private static final Set<Integer> DOCUMENTED =
      Set.of(-32700, -32701, -32702, -32600, -32602, -32002);

  private static MethodCall read(Codec codec, byte[] document) throws IOException {
    return codec.readCall(new ByteArrayInputStream(document), null).call();
  }

  private static void assertReadOrRefused(Codec codec, byte[] document) throws IOException {
    try {
      assertTrue(read(codec, document).params().size() <= 4);
    } catch (WireException e) {
      assertTrue(DOCUMENTED.contains(e.code().code()), () -> text(document));
    }
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @EnumSource
  void wholeDocumentIsRead(Reading reading) throws IOException {
    assertEquals(4, read(Codec.of(WireLimits.defaults(), reading), DOCUMENT).params().size());
  }

  @ParameterizedTest
  @EnumSource
  void documentCutAnywhereIsRefused(Reading reading) {
    Codec codec = Codec.of(WireLimits.defaults(), reading);
    for (int length = 0; length < DOCUMENT.length; length++) {
      byte[] cut = Arrays.copyOf(DOCUMENT, length);
      WireException refused =
          assertThrows(WireException.class, () -> read(codec, cut), () -> text(cut));
      assertTrue(DOCUMENTED.contains(refused.code().code()), () -> text(cut));
    }
  }

  @ParameterizedTest
  @EnumSource
  void documentWithAnyByteChangedIsReadOrRefused(Reading reading) throws IOException {
    Codec codec = Codec.of(WireLimits.defaults(), reading);
    for (int at = 0; at < DOCUMENT.length; at++) {
      byte[] changed = DOCUMENT.clone();
      for (byte octet : BYTES) {
        changed[at] = octet;
        assertReadOrRefused(codec, changed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void documentWithAnyPartLeftOutIsReadOrRefused(Reading reading) throws IOException {
    Codec codec = Codec.of(WireLimits.defaults(), reading);
    for (int at = 0; at < DOCUMENT.length; at++) {
      for (int length = 1; length <= 4 && at + length <= DOCUMENT.length; length++) {
        byte[] shorter = Arrays.copyOf(DOCUMENT, DOCUMENT.length - length);
        System.arraycopy(DOCUMENT, at + length, shorter, at, DOCUMENT.length - at - length);
        assertReadOrRefused(codec, shorter);
      }
    }
  }
}
