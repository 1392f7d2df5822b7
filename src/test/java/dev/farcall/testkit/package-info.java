/**
 * What tests of several packages share: the corpus of documents under {@code wire/}, the notation
 * its expectations are written in, generators of plain values, and real servers and sockets.
 */
@NullMarked
package dev.farcall.testkit;

import org.jspecify.annotations.NullMarked;
