package dev.farcall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a public method from being exported, since it is meant for whoever runs the handler, such
 * as {@code init} and {@code close}. On a method of an interface it holds for every class that
 * implements it. {@link AutoCloseable#close} needs none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Lifecycle {}
