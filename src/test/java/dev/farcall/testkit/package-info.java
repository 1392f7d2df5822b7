/**
 * What tests of several packages share: the corpus of documents under {@code wire/}, the notation
 * its expectations are written in, generators of plain values, real servers and sockets, servers
 * that others wrote or that do wrong, and certificates for all of them.
 */
@NullMarked
package dev.farcall.testkit;

import org.jspecify.annotations.NullMarked;
