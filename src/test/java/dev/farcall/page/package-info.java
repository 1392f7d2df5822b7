/**
 * The page: its scripts, run by the programs for which they are written. The programs that it shows
 * to its readers are run, too, against a real server.
 */
@NullMarked
package dev.farcall.page;

import org.jspecify.annotations.NullMarked;
