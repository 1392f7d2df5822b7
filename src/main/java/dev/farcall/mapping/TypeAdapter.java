package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Converts between plain values and one Java type, both ways, so that the two cannot drift apart.
 * Made once per type by a {@link Factory}; immutable and safe for use by many threads.
 *
 * <pre>{@code
 * final class CurrencyAdapter extends TypeAdapter<Currency> {
 *   @Override public Currency fromValue(@Nullable Object value) {
 *     if (!(value instanceof String code)) throw mismatch(value);
 *     try {
 *       return Currency.getInstance(code);
 *     } catch (IllegalArgumentException e) {
 *       throw mismatch(value);
 *     }
 *   }
 *   @Override public Object toValue(Currency currency, Nesting nesting) {
 *     return currency.getCurrencyCode();
 *   }
 *   @Override public TypeDescription describe() { return TypeDescription.of(ValueType.STRING); }
 * }
 * }</pre>
 *
 * @param <T> the Java type; for a primitive its box
 */
public abstract class TypeAdapter<T> {

  /** For subclasses. */
  protected TypeAdapter() {}

  /**
   * The Java object for a plain value.
   *
   * @param value a plain value, null for nil
   * @return null only if the type takes nil as null
   * @throws MappingException if the value is not one of this type; its path is relative to the
   *     value
   */
  public abstract @Nullable T fromValue(@Nullable Object value);

  /**
   * The plain value for a Java object.
   *
   * @param java never null: null is nil whatever the type, and is seen to before this is called
   * @param nesting to be entered by what holds other values, and handed on to their adapters
   * @throws MappingException if the object cannot travel; its path is relative to the object
   */
  public abstract @Nullable Object toValue(T java, Nesting nesting);

  /** What the type is on the wire, for signatures and for choosing between overloads. */
  public abstract TypeDescription describe();

  /** {@code expected int, got string "12a"}, to be thrown when a value is of another type. */
  protected final MappingException mismatch(@Nullable Object value) {
    return Values.mismatch(type(), value);
  }

  /** The wire type alone, without the cost of the whole description. */
  ValueType type() {
    return describe().type();
  }

  /** The description, as a part of that of another type. */
  TypeDescription describe(Describing within) {
    return describe();
  }

  /** Makes adapters for the types it knows. Asked in order; the first that answers is used. */
  @FunctionalInterface
  public interface Factory {
    /**
     * The adapter for a type.
     *
     * @param mapper for the adapters of its parts
     * @return null if the type is not this factory's
     * @throws MappingException if it is, and yet cannot travel
     */
    @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper);
  }
}
