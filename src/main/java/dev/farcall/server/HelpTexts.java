package dev.farcall.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The javadoc of handlers, where the build kept it: in {@code META-INF/farcall/CLASS.properties},
 * in UTF-8, beside the class. CLASS is the binary name, the keys are as {@code
 * add(int,java.lang.String)}, with erased types.
 */
final class HelpTexts {

  private final Map<Class<?>, Properties> texts = new HashMap<>();

  /**
   * The text about a method.
   *
   * @throws UncheckedIOException if there is one that cannot be read
   */
  Optional<String> of(Export export) {
    return export.declarations().stream()
        .flatMap(declared -> Stream.ofNullable(text(declared)))
        .findFirst();
  }

  private @Nullable String text(Method method) {
    String types =
        Stream.of(method.getParameterTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(","));
    return texts
        .computeIfAbsent(method.getDeclaringClass(), HelpTexts::load)
        .getProperty(method.getName() + "(" + types + ")");
  }

  private static Properties load(Class<?> type) {
    Properties properties = new Properties();
    String resource = "/META-INF/farcall/" + type.getName() + ".properties";
    try (InputStream in = type.getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
    return properties;
  }
}
