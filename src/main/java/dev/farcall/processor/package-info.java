/**
 * Keeps the javadoc of handlers for {@code system.methodHelp}: a class file has none, so {@link
 * dev.farcall.processor.HelpProcessor} writes it beside the class while that is compiled.
 *
 * <p>Only javac uses it. It knows the compiler and the annotations, and nothing else of the
 * library.
 */
@NullMarked
package dev.farcall.processor;

import org.jspecify.annotations.NullMarked;
