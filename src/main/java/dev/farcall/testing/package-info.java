/**
 * For tests of code that calls, or is called by, XML-RPC: a client on a server in {@link
 * dev.farcall.testing.InMemory memory}, {@link dev.farcall.testing.Recorder recording} exchanges
 * and {@link dev.farcall.testing.Replay replaying} them, {@link dev.farcall.testing.FaultInjection
 * faults} on purpose, and the servlet in a {@link dev.farcall.testing.TestServer server} of its
 * own.
 *
 * <p>It is part of the library so that it is of the same version. Nothing of the library uses it.
 */
@NullMarked
package dev.farcall.testing;

import org.jspecify.annotations.NullMarked;
