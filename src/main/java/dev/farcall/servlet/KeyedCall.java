package dev.farcall.servlet;

import java.time.Duration;

/**
 * A call with an {@link dev.farcall.call.IdempotencyKeyHeader}, as an {@link IdempotencyStore} sees
 * it: neither the caller, the method, the key nor the parameters can be told from it.
 *
 * @param id which no other call has: 64 hexadecimal digits, made of the caller, the method and the
 *     key
 * @param owner whose it is, where each is to have a share of what a store can keep: 64 hexadecimal
 *     digits, the same for all calls of a user, and for all calls of those who are not
 *     authenticated and have one address, or one network of IPv6. Such a caller may send a call
 *     again from elsewhere, so that the same id can come with another owner
 * @param fingerprint of the method and its parameters: 64 hexadecimal digits
 * @param lifetime how long, from now on, it is to be known if nobody tells how it ended: as long as
 *     a call may take, and then as long as its answer would be kept
 */
public record KeyedCall(String id, String owner, String fingerprint, Duration lifetime) {}
