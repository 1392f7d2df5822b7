/**
 * The server's half: {@link dev.farcall.server.XmlRpcServer} is an {@link
 * dev.farcall.call.Endpoint} over the Java methods that were declared to it. It reads the
 * declarations once, when it is built, and turns every failure of a call into a fault.
 *
 * <p>A servlet, or a test, calls it. It knows documents and Java types, and neither XML nor HTTP.
 */
@NullMarked
package dev.farcall.server;

import org.jspecify.annotations.NullMarked;
