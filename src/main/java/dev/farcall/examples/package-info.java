/**
 * The handlers that the shipped web application declares: {@link dev.farcall.examples.Sample} to
 * try things with, {@link dev.farcall.examples.Validator1} for the test suite of the protocol.
 *
 * <p>They are written as a user of the library writes handlers, and know only its vocabulary.
 */
@NullMarked
package dev.farcall.examples;

import org.jspecify.annotations.NullMarked;
