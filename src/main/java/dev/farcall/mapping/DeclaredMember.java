package dev.farcall.mapping;

import dev.farcall.MappingException;
import dev.farcall.XmlRpcMember;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record or a property of a bean, as its class declares it.
 *
 * @param type without variables
 * @param isRead whether it is taken from a struct; a property without a setter is only written
 * @param annotation null if it has none
 * @param getter null if it cannot be read from the object
 * @param setter null if it cannot be set
 */
record DeclaredMember(
    String javaName,
    Type type,
    boolean isRead,
    @Nullable XmlRpcMember annotation,
    @Nullable MethodHandle getter,
    @Nullable MethodHandle setter) {

  /** Its name on the wire. */
  String name() {
    return annotation == null || annotation.name().isEmpty() ? javaName : annotation.name();
  }

  TypeAdapter<Object> adapter(ValueMapper mapper) {
    try {
      return mapper.anyAdapter(type);
    } catch (MappingException e) {
      throw e.at(javaName);
    }
  }
}
