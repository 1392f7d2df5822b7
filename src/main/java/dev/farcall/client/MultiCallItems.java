package dev.farcall.client;

import dev.farcall.MappingException;
import dev.farcall.Struct;
import dev.farcall.mapping.ValueType;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls and answers as they stand in the arrays of {@code system.multicall}. */
final class MultiCallItems {
  private MultiCallItems() {}

  static Struct toStruct(MethodCall call) {
    return new Struct().with("methodName", call.methodName()).with("params", call.params());
  }

  /**
   * The items of an answer.
   *
   * @throws MappingException if it is not an array of as many as there were calls
   */
  static List<?> of(@Nullable Object answer, int calls) {
    if (!(answer instanceof List<?> items)) {
      throw new MappingException("expected array, got " + name(answer)).at("result");
    } else if (items.size() != calls) {
      throw new MappingException(
              "expected an array with a result for each of "
                  + calls
                  + " calls, got one of "
                  + items.size())
          .at("result");
    }
    return items;
  }

  /**
   * An item as the answer that the call would have got by itself. A result is always wrapped in an
   * array, so that one that is a struct cannot be taken for a fault.
   *
   * @throws MappingException if it is neither a result nor a fault
   */
  static MethodResponse toResponse(@Nullable Object item) {
    if (item instanceof List<?> wrapped && wrapped.size() == 1) {
      return MethodResponse.of(wrapped.get(0));
    } else if (item instanceof Struct struct
        && (struct.containsKey("faultCode") || struct.containsKey("faultString"))) {
      return MethodResponse.of(Fault.of(struct));
    }
    throw new MappingException("expected an array with one value, or a fault, got " + shape(item));
  }

  private static String shape(@Nullable Object item) {
    return item instanceof List<?> list ? "an array with " + list.size() : name(item);
  }

  private static String name(@Nullable Object value) {
    return ValueType.of(value).wireName();
  }
}
