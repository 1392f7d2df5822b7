/** Tests of the command line: in this JVM, and of the war as it is shipped. */
@NullMarked
package dev.farcall.cli;

import org.jspecify.annotations.NullMarked;
