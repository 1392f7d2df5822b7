package dev.farcall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.FaultCode;
import dev.farcall.WireException;
import dev.farcall.wire.BodyTooLargeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why the codec, in standard reading, and the {@link NaiveReader} may disagree on whether a
 * document is one. What both take they take for the same.
 */
enum NaiveDifferences {
  /** The naive reader has no limits. */
  LIMITS {
    @Override
    boolean explains(Comparison it) {
      return it.codec().refusal() instanceof BodyTooLargeException
          || it.isRefusedWith(FaultCode.LIMIT_EXCEEDED)
          || it.problem().startsWith("more than 64 different namespace prefixes");
    }
  },

  /** The JDK's parser knows every encoding the JDK has, and takes the declaration's word. */
  ENCODINGS {
    @Override
    boolean explains(Comparison it) {
      return it.isRefusedWith(FaultCode.UNSUPPORTED_ENCODING);
    }
  },

  /** Peers written in PHP send blanks before the XML declaration; the codec skips them. */
  BLANKS_FIRST {
    @Override
    boolean explains(Comparison it) {
      byte[] withoutBlanks = withoutBlanksFirst(it.document());
      return withoutBlanks.length < it.document().length
          && naively(it.kind(), withoutBlanks).equals(it.codec());
    }
  },

  /** The JDK's parser wants names to be those of namespaces, even where it is told of none. */
  NAMES {
    @Override
    boolean explains(Comparison it) {
      String ascii = new String(it.document(), StandardCharsets.ISO_8859_1).replace("\0", "");
      return it.codec().isAccepted() && NO_QUALIFIED_NAME.matcher(ascii).find();
    }
  };

  /** One that has two colons, or nothing behind a colon that could begin a name. */
  private static final Pattern NO_QUALIFIED_NAME =
      Pattern.compile("(<[/?]?|xmlns)[^\\s<>=/'\"?]*:([^\\p{L}_]|[^\\s<>=/'\"?]*:)");

  /** Whether this is why one of the two accepts the document, and the other does not. */
  abstract boolean explains(Comparison comparison);

  /** Fails if the two disagree for no reason. */
  static void check(DocumentKind kind, byte[] document, Attempt codec) {
    Attempt naive = naively(kind, document);
    if (codec.isAccepted() && naive.isAccepted()) {
      assertEquals(naive, codec, "the naive reader and the codec");
    } else if (codec.isAccepted() || naive.isAccepted()) {
      Comparison comparison = new Comparison(kind, document, codec);
      if (Stream.of(values()).noneMatch(reason -> reason.explains(comparison))) {
        throw new AssertionError(
            "codec: " + codec + ", naive reader: " + naive,
            codec.isAccepted() ? naive.refusal() : codec.refusal());
      }
    }
  }

  private static Attempt naively(DocumentKind kind, byte[] document) {
    return StandardError.muted(() -> Attempt.of(() -> kind.readNaively(document)));
  }

  /** Without the blanks at the beginning, which may be behind a byte order mark of UTF-8. */
  private static byte[] withoutBlanksFirst(byte[] document) {
    boolean marked = document.length > 2 && (document[0] & 0xFF) == 0xEF;
    int start = marked ? 3 : 0;
    while (start < document.length && " \t\r\n".indexOf(document[start]) >= 0) {
      start++;
    }
    return Arrays.copyOfRange(document, start, document.length);
  }

  /** What the codec made of a document that the naive reader made something else of. */
  @SuppressWarnings("ArrayRecordComponent")
  record Comparison(DocumentKind kind, byte[] document, Attempt codec) {

    boolean isRefusedWith(FaultCode code) {
      return codec.refusal() instanceof WireException refusal && refusal.code() == code;
    }

    String problem() {
      return codec.refusal() instanceof WireException refusal ? refusal.problem() : "";
    }
  }
}
