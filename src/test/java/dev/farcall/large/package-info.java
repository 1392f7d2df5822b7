/** One large value each way through small heaps: run by the profile {@code large}, not by tests. */
@NullMarked
package dev.farcall.large;

import org.jspecify.annotations.NullMarked;
