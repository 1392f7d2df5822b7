/**
 * The vocabulary of XML-RPC that every other package speaks: exceptions, fault codes, annotations,
 * and the value types Java lacks ({@link dev.farcall.DateTime}, {@link dev.farcall.Binary}, {@link
 * dev.farcall.Struct}).
 *
 * <p>Both handler authors and callers use it. It is the bottom of the library and must not know any
 * other package of it. Null arguments throw {@link java.lang.NullPointerException} unless a
 * parameter is marked {@code @Nullable}.
 */
@NullMarked
package dev.farcall;

import org.jspecify.annotations.NullMarked;
