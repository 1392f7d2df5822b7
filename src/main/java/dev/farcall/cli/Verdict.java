package dev.farcall.cli;

/**
 * What became of something a server was tried with.
 *
 * @param detail more about it, in one line that is safe for a terminal; may be empty
 */
record Verdict(Kind kind, String detail) {

  /** The ways in which a trial can end. */
  enum Kind {
    PASSED("passed"),
    FAILED("failed"),
    ACCEPTED("accepted"),
    REFUSED("refused"),
    UNREADABLE("answered with what is no answer"),
    SILENT("no answer"),
    NOT_SENT("not sent");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A verdict whose detail is text of unknown origin. */
  static Verdict of(Kind kind, String detail) {
    return new Verdict(kind, TerminalText.line(detail.strip(), 160));
  }

  @Override
  public String toString() {
    return detail.isEmpty() ? kind.words() : kind.words() + ": " + detail;
  }
}
