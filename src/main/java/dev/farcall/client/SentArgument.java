package dev.farcall.client;

import dev.farcall.MappingException;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.ValueMapper;
import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a Java argument is sent. */
@FunctionalInterface
interface SentArgument {

  /**
   * Adds the parameters that are sent for it.
   *
   * @return whether they must be sent; what need not is left out, unless more follows
   * @throws MappingException with the path from {@code params}
   */
  boolean addTo(List<@Nullable Object> sent, @Nullable Object argument);

  private static void add(
      List<@Nullable Object> sent,
      TypeAdapter<Object> adapter,
      ValueMapper mapper,
      @Nullable Object argument) {
    try {
      sent.add(argument == null ? null : mapper.toValue(argument, adapter));
    } catch (MappingException e) {
      throw e.at("params[" + sent.size() + "]");
    }
  }

  /** As one parameter. */
  record Required(TypeAdapter<Object> adapter, ValueMapper mapper) implements SentArgument {
    @Override
    public boolean addTo(List<@Nullable Object> sent, @Nullable Object argument) {
      add(sent, adapter, mapper, argument);
      return true;
    }
  }

  /** As one parameter that need not be there when it is empty. */
  record Omissible(TypeAdapter<Object> adapter, ValueMapper mapper) implements SentArgument {
    @Override
    public boolean addTo(List<@Nullable Object> sent, @Nullable Object argument) {
      add(sent, adapter, mapper, argument);
      return sent.get(sent.size() - 1) != null;
    }
  }

  /** As one parameter for each element of a Java array. */
  record Repeated(TypeAdapter<Object> each, ValueMapper mapper) implements SentArgument {
    @Override
    public boolean addTo(List<@Nullable Object> sent, @Nullable Object argument) {
      int length = argument == null ? 0 : Array.getLength(argument);
      for (int i = 0; i < length; i++) {
        add(sent, each, mapper, Array.get(argument, i));
      }
      return length > 0;
    }
  }
}
