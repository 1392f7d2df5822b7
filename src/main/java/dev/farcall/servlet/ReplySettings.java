package dev.farcall.servlet;

import dev.farcall.wire.Dialect;

/**
 * Settings of how an answer is written; each component is one, in kebab-case.
 *
 * @param extensions which types beyond the specification are written; those of the caller
 * @param nil how null is written; in the spelling of the extensions
 * @param nonFinite whether NaN and the infinities are written; no
 * @param illegalCharacters what is done about characters that XML cannot hold; the answer is a
 *     fault
 * @param base64Lines whether base64 is broken into lines; no
 */
record ReplySettings(
    ReplyExtensions extensions,
    Dialect.Nil nil,
    Dialect.NonFinite nonFinite,
    Dialect.IllegalCharacters illegalCharacters,
    Dialect.Base64Lines base64Lines) {

  static final ReplySettings DEFAULTS =
      new ReplySettings(
          ReplyExtensions.CALLER,
          Dialect.Nil.EXTENSION,
          Dialect.NonFinite.REFUSE,
          Dialect.IllegalCharacters.REFUSE,
          Dialect.Base64Lines.ONE);

  /** The dialect for callers that do not declare Apache's extensions. */
  Dialect plain() {
    return dialect(extensions.forOthers);
  }

  /** The dialect for callers that do. */
  Dialect apache() {
    return dialect(extensions.forApache);
  }

  private Dialect dialect(Dialect.Extensions extensions) {
    return Dialect.PLAIN
        .withExtensions(extensions)
        .withNil(nil)
        .withNonFinite(nonFinite)
        .withIllegalCharacters(illegalCharacters)
        .withBase64(base64Lines);
  }

  /** Which types beyond the specification are written. */
  enum ReplyExtensions {
    /** Apache's, to callers that declare Apache's namespace; plain ones to all others. */
    CALLER(Dialect.Extensions.PLAIN, Dialect.Extensions.APACHE),
    PLAIN(Dialect.Extensions.PLAIN, Dialect.Extensions.PLAIN),
    APACHE(Dialect.Extensions.APACHE, Dialect.Extensions.APACHE),
    NONE(Dialect.Extensions.NONE, Dialect.Extensions.NONE);

    private final Dialect.Extensions forOthers;
    private final Dialect.Extensions forApache;

    ReplyExtensions(Dialect.Extensions forOthers, Dialect.Extensions forApache) {
      this.forOthers = forOthers;
      this.forApache = forApache;
    }
  }
}
