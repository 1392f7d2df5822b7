package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays, those of primitives included; an array of bytes is base64 and not of these. */
final class ArrayAdapters implements TypeAdapter.Factory {
  private static final Map<Class<?>, Slots> PRIMITIVES =
      Map.of(
          int.class,
              new Slots((a, i) -> ((int[]) a)[i], (a, i, it) -> ((int[]) a)[i] = (Integer) it),
          long.class,
              new Slots((a, i) -> ((long[]) a)[i], (a, i, it) -> ((long[]) a)[i] = (Long) it),
          double.class,
              new Slots((a, i) -> ((double[]) a)[i], (a, i, it) -> ((double[]) a)[i] = (Double) it),
          float.class,
              new Slots((a, i) -> ((float[]) a)[i], (a, i, it) -> ((float[]) a)[i] = (Float) it),
          short.class,
              new Slots((a, i) -> ((short[]) a)[i], (a, i, it) -> ((short[]) a)[i] = (Short) it),
          char.class,
              new Slots((a, i) -> ((char[]) a)[i], (a, i, it) -> ((char[]) a)[i] = (Character) it),
          boolean.class,
              new Slots(
                  (a, i) -> ((boolean[]) a)[i], (a, i, it) -> ((boolean[]) a)[i] = (Boolean) it));

  private static final Slots OBJECTS =
      new Slots(
          (a, i) -> ((@Nullable Object[]) a)[i], (a, i, it) -> ((@Nullable Object[]) a)[i] = it);

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    Type component = GenericTypes.component(type);
    if (component == null) {
      return null;
    }
    Class<?> raw = GenericTypes.raw(component);
    try {
      return new Elements(raw, mapper.anyAdapter(component), PRIMITIVES.getOrDefault(raw, OBJECTS));
    } catch (MappingException e) {
      throw e.at("[]");
    }
  }

  /** How the elements of an array are reached. */
  private record Slots(Get get, Set set) {
    interface Get {
      @Nullable Object get(Object array, int index);
    }

    interface Set {
      void set(Object array, int index, Object element);
    }
  }

  private static final class Elements extends NestedAdapter<Object> {
    private final Class<?> component;
    private final TypeAdapter<Object> element;
    private final Slots slots;

    Elements(Class<?> component, TypeAdapter<Object> element, Slots slots) {
      this.component = component;
      this.element = element;
      this.slots = slots;
    }

    @Override
    public @Nullable Object fromValue(@Nullable Object value) {
      if (value == null) {
        return null;
      }
      if (!(value instanceof List<?> values)) {
        throw mismatch(value);
      }
      Object array = Array.newInstance(component, values.size());
      int index = 0;
      try {
        for (Object each : values) {
          Object java = element.fromValue(each);
          if (java != null) {
            slots.set().set(array, index, java);
          }
          index++;
        }
        return array;
      } catch (MappingException e) {
        throw e.at("[" + index + "]");
      }
    }

    @Override
    public Object toValue(Object array, Nesting nesting) {
      nesting.enter(array);
      int length = Array.getLength(array);
      List<@Nullable Object> values = new ArrayList<>(length);
      try {
        for (int i = 0; i < length; i++) {
          Object object = slots.get().get(array, i);
          values.add(object == null ? null : element.toValue(object, nesting));
        }
      } catch (MappingException e) {
        throw nesting.leave(e, "[" + values.size() + "]");
      }
      nesting.leave();
      return values;
    }

    @Override
    TypeDescription describe(Describing within) {
      return within.holder(ValueType.ARRAY, this, element);
    }

    @Override
    ValueType type() {
      return ValueType.ARRAY;
    }
  }
}
