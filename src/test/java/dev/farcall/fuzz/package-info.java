/**
 * Inputs nobody thought of: targets for Jazzer, each with what must hold of every input, and a
 * second reader that is too simple to be wrong. The inputs that once showed a mistake are kept in
 * {@code src/test/resources/fuzz/kept}.
 */
@NullMarked
package dev.farcall.fuzz;

import org.jspecify.annotations.NullMarked;
