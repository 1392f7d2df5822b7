/** What {@code serve} does under load: run by the profile {@code load}, not by tests. */
@NullMarked
package dev.farcall.load;

import org.jspecify.annotations.NullMarked;
