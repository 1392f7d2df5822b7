/**
 * Benchmarks against Apache XML-RPC 3.1.3, the library most users come from. They are compiled with
 * the tests and run by hand, see the README.
 */
@NullMarked
package dev.farcall.benchmark;

import org.jspecify.annotations.NullMarked;
