/**
 * The documents of XML-RPC as JAXB models: {@link dev.farcall.model.MethodCall}, {@link
 * dev.farcall.model.MethodResponse} and {@link dev.farcall.model.Fault}. JAXB alone reads and
 * writes complete documents with them.
 *
 * <p>Values in them are plain Java objects: {@code Integer}, {@code Long}, {@code Boolean}, {@code
 * Double}, {@code String}, {@link dev.farcall.DateTime}, {@link dev.farcall.Binary}, {@code List},
 * {@link dev.farcall.Struct}, null for nil, and for Apache's extension types {@code Byte}, {@code
 * Short}, {@code Float}, {@code BigDecimal} and {@code BigInteger}. Client and server use it; it
 * knows neither parsers nor Java types beyond these.
 */
@NullMarked
package dev.farcall.model;

import org.jspecify.annotations.NullMarked;
