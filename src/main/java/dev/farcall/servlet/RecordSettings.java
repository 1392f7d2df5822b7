package dev.farcall.servlet;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the components of a record stand for, so that a new component is a new setting
 * by itself: {@code maxDepth} is read from {@code max-depth}.
 */
final class RecordSettings {

  private RecordSettings() {}

  /** The keys of a record's settings. */
  static List<String> keys(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordSettings::key).toList();
  }

  /** The defaults, changed as the parameters say; what cannot be read is added to the problems. */
  static <R extends Record> R read(R defaults, Map<String, String> params, Problems problems) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i], defaults, params, problems);
    }
    return make(defaults, components, values, problems);
  }

  private static @Nullable Object value(
      RecordComponent component, Record defaults, Map<String, String> params, Problems problems) {
    String key = key(component);
    String text = params.get(key);
    if (text != null) {
      try {
        return SettingText.parse(text, component.getType());
      } catch (IllegalArgumentException e) {
        problems.add(key + ": " + e.getMessage() + ", got \"" + text + "\"");
      }
    }
    try {
      return component.getAccessor().invoke(defaults);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  @SuppressWarnings("unchecked") // the class of an R makes an R
  private static <R extends Record> R make(
      R defaults, RecordComponent[] components, @Nullable Object[] values, Problems problems) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
      return (R) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        problems.add(String.valueOf(refused.getMessage()));
        return defaults;
      }
      throw new IllegalStateException("cannot make " + defaults.getClass(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + defaults.getClass(), e);
    }
  }

  private static String key(RecordComponent component) {
    return SettingText.kebab(component.getName());
  }
}
