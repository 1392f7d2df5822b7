package dev.farcall.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Does to bytes what a bad line, a bad program or a bad man does. */
final class Damage {

  private static final int LONGEST_PIECE = 40;
  private static final List<String> WORDS =
      List.of(
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?",
          "?>",
          "/>",
          "</",
          "&#0;",
          "&#xD800;",
          "<value>",
          "</value>",
          "<int>",
          "</int>",
          "<nil/>",
          "<name>",
          "<!DOCTYPE a>",
          " a='b'",
          " xmlns:a='b'",
          "\u00c3",
          "\u00ff",
          "\u0000",
          "\u00ef\u00bb\u00bf",
          "\u00c0\u00bc");

  private Damage() {}

  /** A copy with one to four mistakes. */
  static byte[] of(byte[] document, Random random) {
    byte[] damaged = document;
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int start = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, start + random.nextInt(LONGEST_PIECE));
    return switch (random.nextInt(5)) {
      case 0 -> replaced(bytes, start, end, new byte[0]);
      case 1 -> replaced(bytes, start, start, word(random));
      case 2 -> replaced(bytes, start, Math.min(bytes.length, start + 1), word(random));
      case 3 -> replaced(bytes, end, end, Arrays.copyOfRange(bytes, start, end));
      default -> flipped(bytes, random);
    };
  }

  private static byte[] word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] replaced(byte[] bytes, int start, int end, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, start);
    out.writeBytes(by);
    out.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }
}
