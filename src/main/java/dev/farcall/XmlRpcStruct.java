package dev.farcall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes, for one record or bean, the rule that {@link XmlRpcMember} describes. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface XmlRpcStruct {
  /** What happens to members the Java type does not have; the default is to ignore them. */
  Unknown unknown() default Unknown.IGNORE;

  /** Whether every member may be absent or nil. */
  boolean optional() default false;

  /** What happens to members the Java type does not have. */
  enum Unknown {
    /** They are dropped. */
    IGNORE,
    /** The value is refused, and the message names them. */
    REFUSE
  }
}
