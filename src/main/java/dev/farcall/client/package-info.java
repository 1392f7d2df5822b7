/**
 * Calls any XML-RPC server: {@link dev.farcall.client.XmlRpcClient} by names and values, or through
 * an interface of the caller's own.
 *
 * <p>A call goes through an {@link dev.farcall.call.Endpoint} that turns it into bytes, and those
 * through a {@link dev.farcall.client.Transport}, of which one knows {@code java.net.http}. It
 * knows nothing of servers and servlets. Arguments must not be null unless that is said.
 */
@NullMarked
package dev.farcall.client;

import org.jspecify.annotations.NullMarked;
