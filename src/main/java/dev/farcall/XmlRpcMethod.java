package dev.farcall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Exports a method. As soon as one method of a class carries it, only those that carry it are
 * exported; a class without it exports the public methods it declares itself. On an interface it
 * serves the handler and the typed proxy alike.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface XmlRpcMethod {
  /**
   * The name behind the prefix; the Java method's own when empty. It may hold dots, and two Java
   * methods may share one name when their parameters tell them apart.
   */
  String name() default "";

  /** The text {@code system.methodHelp} answers; the method's javadoc, where kept, when empty. */
  String help() default "";

  /**
   * Whether calling it twice does no more than calling it once, so that a client may send it again
   * when it does not know whether the first call arrived.
   */
  boolean idempotent() default false;

  /** Whether {@code system.listMethods} and {@code system.describe} leave it out. */
  boolean hidden() default false;
}
