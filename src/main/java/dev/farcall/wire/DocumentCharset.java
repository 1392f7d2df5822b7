package dev.farcall.wire;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.model.Lexical;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides the encoding of a document, by RFC 7303: a byte order mark, then the charset parameter of
 * the Content-Type, then the XML declaration, then UTF-8. Those that contradict each other are
 * refused, for one of them would give wrong text.
 *
 * @param charset to decode with
 * @param fallback to go on with at bytes that are not of that charset, or null to refuse them
 */
record DocumentCharset(Charset charset, @Nullable Charset fallback) {

  // More than any XML declaration has.
  private static final int LONGEST_BEGINNING = 1_024;
  private static final Pattern ENCODING =
      Pattern.compile("encoding[ \\t\\r\\n]*=[ \\t\\r\\n]*[\"']([^\"']*)[\"']");
  // What nearly every client writes, so that it need not be searched.
  private static final ByteBuffer COMMON =
      StandardCharsets.US_ASCII.encode("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private static final ByteBuffer COMMON_WITHOUT =
      StandardCharsets.US_ASCII.encode("<?xml version=\"1.0\"?>");
  private static final Set<Charset> ACCEPTED =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

  /** Whether these first bytes are enough for {@link #detect}. */
  static boolean isDecidable(ByteBuffer beginning) {
    ByteBuffer bytes = beginning.duplicate();
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      bytes.position(3);
    }
    skipBlanks(bytes);
    boolean mayDeclare = bytes.remaining() < 5 || startsWith(bytes, '<', '?');
    return !mayDeclare
        || bytes.remaining() >= LONGEST_BEGINNING
        || contains(bytes, '>')
        || beginning.limit() == beginning.capacity();
  }

  /**
   * Detects the charset, and moves the buffer to the first character of the document, behind a byte
   * order mark and behind blanks, which peers written in PHP put before the declaration.
   */
  static DocumentCharset detect(ByteBuffer bytes, @Nullable String param, Reading reading) {
    boolean lenient = reading == Reading.LENIENT;
    Charset mark = byteOrderMark(bytes);
    if (mark != null && isUtf16(mark)) {
      requireAgreement(mark, named(param, lenient), lenient);
      return new DocumentCharset(mark, null);
    }
    skipBlanks(bytes);
    Charset wide = wide(bytes, lenient);
    if (wide != null) {
      return new DocumentCharset(wide, null);
    }
    requireMarkup(bytes);
    Charset named = named(param, lenient);
    Charset declared = declared(bytes);
    Charset first = mark != null ? mark : named;
    if (first == null) {
      return declared != null
          ? accepted(declared, lenient)
          : new DocumentCharset(
              StandardCharsets.UTF_8, lenient ? Charset.forName("windows-1252") : null);
    }
    if (mark != null && named != null) {
      requireAgreement(mark, named, lenient);
    }
    requireAgreement(first, declared, lenient);
    return accepted(first, lenient);
  }

  /**
   * Makes sure that the declaration does not contradict, which for UTF-16 can be told only once it
   * is decoded.
   *
   * @param declaration what the declaration says, or null
   */
  void confirm(@Nullable String declaration) {
    if (declaration != null && isUtf16(charset)) {
      requireAgreement(charset, declared(declaration), false);
    }
  }

  private static void requireAgreement(Charset first, @Nullable Charset second, boolean lenient) {
    boolean agree =
        second == null
            || first.equals(second)
            || second.equals(StandardCharsets.US_ASCII)
            || (isUtf16(first) && second.equals(StandardCharsets.UTF_16));
    if (!agree && !lenient) {
      throw refused(
          "the document is said to be " + first + " and to be " + second + "; which one is it?");
    }
  }

  private static DocumentCharset accepted(Charset charset, boolean lenient) {
    if (!lenient && !ACCEPTED.contains(charset)) {
      throw refused("the encoding " + charset + " is not accepted; send UTF-8");
    }
    return new DocumentCharset(charset, null);
  }

  /** What the Content-Type names; some peers write "none" there. */
  private static @Nullable Charset named(@Nullable String param, boolean lenient) {
    if (param == null || param.isBlank() || param.equalsIgnoreCase("none")) {
      return null;
    }
    return lenient ? known(param) : declared(param);
  }

  private static @Nullable Charset byteOrderMark(ByteBuffer bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      bytes.position(3);
      return StandardCharsets.UTF_8;
    } else if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      throw refused("the encoding UTF-32 is not accepted; send UTF-8");
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      bytes.position(2);
      return StandardCharsets.UTF_16BE;
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      bytes.position(2);
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  /** An encoding that is told by the bytes of its first character. */
  private static @Nullable Charset wide(ByteBuffer bytes, boolean lenient) {
    if (startsWith(bytes, 0x4C, 0x6F, 0xA7, 0x94)) {
      throw refused("the encoding EBCDIC is not accepted; send UTF-8");
    } else if (startsWith(bytes, '<', 0, 0, 0) || startsWith(bytes, 0, 0, 0, '<')) {
      throw refused("the encoding UTF-32 is not accepted; send UTF-8");
    }
    boolean little = startsWith(bytes, '<', 0);
    if (!little && !startsWith(bytes, 0, '<')) {
      return null;
    } else if (!lenient) {
      throw refused("UTF-16 without a byte order mark is not accepted; send UTF-8");
    }
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static void requireMarkup(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      throw new WireException(FaultCode.NOT_WELL_FORMED, "the document is empty");
    } else if (!startsWith(bytes, '<')) {
      throw new WireException(FaultCode.NOT_WELL_FORMED, "the document does not begin with \"<\"");
    }
  }

  private static @Nullable Charset declared(ByteBuffer bytes) {
    if (startsWith(bytes, COMMON)) {
      return StandardCharsets.UTF_8;
    } else if (startsWith(bytes, COMMON_WITHOUT) || !startsWithDeclaration(bytes)) {
      return null;
    }
    int length = Math.min(bytes.remaining(), LONGEST_BEGINNING);
    byte[] copy = new byte[length];
    bytes.get(bytes.position(), copy);
    String beginning = new String(copy, StandardCharsets.ISO_8859_1);
    int end = beginning.indexOf('>');
    Matcher encoding = ENCODING.matcher(end < 0 ? beginning : beginning.substring(0, end));
    if (!encoding.find()) {
      return null;
    }
    return declared(encoding.group(1));
  }

  /** Without the blank it is a processing instruction, as {@code <?xml-stylesheet ... ?>}. */
  private static boolean startsWithDeclaration(ByteBuffer bytes) {
    return bytes.remaining() > 5
        && startsWith(bytes, '<', '?', 'x', 'm', 'l')
        && Lexical.isBlank((char) bytes.get(bytes.position() + 5));
  }

  private static Charset declared(String name) {
    Charset charset = known(name);
    if (charset == null) {
      throw refused("the encoding " + Lexical.quote(name) + " is not accepted; send UTF-8");
    }
    return charset;
  }

  private static @Nullable Charset known(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  private static WireException refused(String problem) {
    return new WireException(FaultCode.UNSUPPORTED_ENCODING, problem);
  }

  private static boolean startsWith(ByteBuffer bytes, ByteBuffer expected) {
    int length = expected.remaining();
    return bytes.remaining() >= length
        && bytes.duplicate().limit(bytes.position() + length).equals(expected);
  }

  private static boolean startsWith(ByteBuffer bytes, int... expected) {
    if (bytes.remaining() < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes.get(bytes.position() + i) & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf16(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  private static void skipBlanks(ByteBuffer bytes) {
    while (bytes.hasRemaining() && Lexical.isBlank((char) bytes.get(bytes.position()))) {
      bytes.get();
    }
  }

  private static boolean contains(ByteBuffer bytes, char wanted) {
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      if (bytes.get(i) == wanted) {
        return true;
      }
    }
    return false;
  }
}
