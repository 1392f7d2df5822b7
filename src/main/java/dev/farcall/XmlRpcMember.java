package dev.farcall;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a record component or a bean property travels as a member of a struct. Without it the
 * member has the Java name and must be present.
 *
 * <p>The rule for what is missing: a member that is absent, or nil, is refused, unless its Java
 * type is {@link java.util.Optional} or it is optional by this annotation; then it is empty, the
 * default of a primitive, null, or for a bean what the property was initialised with. A component
 * that is null, or an empty Optional, is left out when written. Members that the Java type does not
 * have are ignored, unless {@link XmlRpcStruct} says otherwise.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface XmlRpcMember {
  /** The member's name; the Java name when empty. */
  String name() default "";

  /** Whether it may be absent or nil. */
  boolean optional() default false;
}
