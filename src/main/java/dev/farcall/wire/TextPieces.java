package dev.farcall.wire;

/** Takes the text of an element in the pieces in which a parser hands it out. */
interface TextPieces {

  /** Takes the next piece; the array is not kept. */
  void append(char[] source, int start, int count);
}
