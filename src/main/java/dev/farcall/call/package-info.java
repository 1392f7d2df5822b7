/**
 * The one shape that client and server share: an {@link dev.farcall.call.Endpoint} takes a
 * methodCall and gives a methodResponse, and an {@link dev.farcall.call.Interceptor} stands around
 * one.
 *
 * <p>It knows the documents, and neither XML nor HTTP.
 */
@NullMarked
package dev.farcall.call;

import org.jspecify.annotations.NullMarked;
