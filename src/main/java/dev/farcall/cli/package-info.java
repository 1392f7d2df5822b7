/**
 * The command line of {@code java -jar farcall.war}: {@link dev.farcall.cli.Main}, and one class
 * for each command.
 *
 * <p>It is a program and no part of the library: picocli and Jetty are known only here, and neither
 * they nor this package are on the class path of the web application or in the jar of the library.
 * It is the only package that prints and that ends the JVM.
 */
@NullMarked
package dev.farcall.cli;

import org.jspecify.annotations.NullMarked;
