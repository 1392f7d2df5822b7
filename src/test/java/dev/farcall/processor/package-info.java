/** What the help processor writes for given sources. */
@NullMarked
package dev.farcall.processor;

import org.jspecify.annotations.NullMarked;
