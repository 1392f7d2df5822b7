/**
 * Between plain values (see {@link dev.farcall.model}) and the Java types of handlers and callers:
 * records, beans, enums, collections, java.time and the rest. {@link
 * dev.farcall.mapping.ValueMapper} finds the {@link dev.farcall.mapping.TypeAdapter} of a type
 * once, when a method is declared; a call only runs it.
 *
 * <p>What is read becomes another type only where nothing is lost. An int or an i8 fits every type
 * of number that holds it exactly; a double fits a float that names it exactly, and a BigDecimal,
 * but never a whole number; text fits enums, UUID, URI and characters, but never a number. Nil is
 * null, except where a primitive, or a member that is not optional, is wanted.
 *
 * <p>A bean is a class with a constructor without parameters that is not private, and public
 * getters and setters or public fields; a property whose field is {@code transient} does not
 * travel. A time without an offset is one in the mapper's zone, UTC by default, where Java wants an
 * instant; a time with an offset is converted to that zone where Java wants a local one. All but
 * {@link dev.farcall.DateTime} are written as local times in that zone, without fractions of a
 * second.
 *
 * <p>Client and server use it. It knows Java types and no XML.
 */
@NullMarked
package dev.farcall.mapping;

import org.jspecify.annotations.NullMarked;
