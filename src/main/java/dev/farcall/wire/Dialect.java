package dev.farcall.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What may be written. Reading does not depend on it.
 *
 * @param extensions which types beyond the specification; {@link Extensions#PLAIN} by default
 * @param nil how null is written; {@link Nil#EXTENSION} by default
 * @param nonFinite whether NaN and the infinities, which the specification does not have, are
 *     written; {@link NonFinite#REFUSE} by default
 * @param illegalCharacters what is done about characters that XML cannot hold; {@link
 *     IllegalCharacters#REFUSE} by default
 * @param base64 whether base64 is broken into lines; {@link Base64Lines#ONE} by default
 * @param encoding of the document; UTF-8 by default. Characters it does not have are written as
 *     references
 */
public record Dialect(
    Extensions extensions,
    Nil nil,
    NonFinite nonFinite,
    IllegalCharacters illegalCharacters,
    Base64Lines base64,
    Charset encoding) {

  /** The types of the specification, {@code <i8>} and {@code <nil/>}: what most peers know. */
  public static final Dialect PLAIN = of(Extensions.PLAIN);

  /** The same with Apache's extension types in Apache's namespace. */
  public static final Dialect APACHE = of(Extensions.APACHE);

  /** The types of the specification and nothing else. */
  public static final Dialect SPECIFICATION = of(Extensions.NONE);

  private static Dialect of(Extensions extensions) {
    return new Dialect(
        extensions,
        Nil.EXTENSION,
        NonFinite.REFUSE,
        IllegalCharacters.REFUSE,
        Base64Lines.ONE,
        StandardCharsets.UTF_8);
  }

  /** This with other extensions. */
  public Dialect withExtensions(Extensions extensions) {
    return new Dialect(extensions, nil, nonFinite, illegalCharacters, base64, encoding);
  }

  /** This with another rule for null. */
  public Dialect withNil(Nil nil) {
    return new Dialect(extensions, nil, nonFinite, illegalCharacters, base64, encoding);
  }

  /** This with another rule for NaN and the infinities. */
  public Dialect withNonFinite(NonFinite nonFinite) {
    return new Dialect(extensions, nil, nonFinite, illegalCharacters, base64, encoding);
  }

  /** This with another rule for characters that XML cannot hold. */
  public Dialect withIllegalCharacters(IllegalCharacters illegalCharacters) {
    return new Dialect(extensions, nil, nonFinite, illegalCharacters, base64, encoding);
  }

  /** This with another rule for lines of base64. */
  public Dialect withBase64(Base64Lines base64) {
    return new Dialect(extensions, nil, nonFinite, illegalCharacters, base64, encoding);
  }

  /** This in another encoding. */
  public Dialect withEncoding(Charset encoding) {
    return new Dialect(extensions, nil, nonFinite, illegalCharacters, base64, encoding);
  }

  /** Which types beyond the specification are written. */
  public enum Extensions {
    /** None: what needs one is refused. */
    NONE,
    /** {@code <i8>} and {@code <nil/>}, without a namespace. */
    PLAIN,
    /** {@code <ex:i8>}, {@code <ex:nil/>} and the rest, in the namespace of Apache XML-RPC. */
    APACHE
  }

  /** How null is written. */
  public enum Nil {
    /** As nil in the spelling of the extensions, or refused where there are none. */
    EXTENSION,
    /** As {@code <ex:nil/>}, whatever the extensions. */
    APACHE,
    /** Not at all: it is refused. */
    REFUSE
  }

  /** Whether numbers that are not finite are written. */
  public enum NonFinite {
    /** They are refused. */
    REFUSE,
    /** As {@code nan}, {@code inf} and {@code -inf}, which Python and the C library read. */
    WRITE
  }

  /** What is done about characters that XML cannot hold, as U+0000 or half of a surrogate pair. */
  public enum IllegalCharacters {
    /** The value is refused. */
    REFUSE,
    /** Each becomes U+FFFD. */
    REPLACE,
    /** Each is left out. */
    STRIP,
    /** A string that has any is written as base64 of its UTF-8 form. */
    BASE64
  }

  /** Whether base64 is broken into lines. */
  public enum Base64Lines {
    /** One line. */
    ONE,
    /** Lines of 76 characters. */
    WRAPPED
  }
}
