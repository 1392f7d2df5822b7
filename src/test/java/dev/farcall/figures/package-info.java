/**
 * What attacks cost the server and the client: run by the profile {@code figures}, not by tests.
 */
@NullMarked
package dev.farcall.figures;

import org.jspecify.annotations.NullMarked;
