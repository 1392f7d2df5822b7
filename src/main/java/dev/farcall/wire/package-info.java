/**
 * Between bytes and documents: {@link dev.farcall.wire.Codec} reads and writes methodCall and
 * methodResponse, within {@link dev.farcall.wire.WireLimits}, as a {@link dev.farcall.wire.Dialect}
 * says.
 *
 * <p>JAXB binds the envelope; the values in it are read and written as a stream. Client and server
 * use it. It knows angle brackets, encodings and the closed set of XML-RPC values, and no Java
 * types beyond them.
 */
@NullMarked
package dev.farcall.wire;

import org.jspecify.annotations.NullMarked;
