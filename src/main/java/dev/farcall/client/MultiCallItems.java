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
   * The items of an answer, each as the answer that its call would have got by itself.
   *
   * <p>A result is wrapped in an array, so that one that is a struct cannot be taken for a fault.
   * Supervisor's are not: where any item is neither wrapped nor a fault, none is taken for wrapped.
   *
   * @throws MappingException if it is not an array of as many as there were calls
   */
  static List<MethodResponse> toResponses(@Nullable Object answer, int calls) {
    if (!(answer instanceof List<?> items)) {
      throw new MappingException("expected array, got " + ValueType.of(answer).wireName())
          .at("result");
    } else if (items.size() != calls) {
      throw new MappingException(
              "expected an array with a result for each of "
                  + calls
                  + " calls, got one of "
                  + items.size())
          .at("result");
    }
    boolean wrapped = items.stream().allMatch(item -> isWrapped(item) || isFault(item));
    return items.stream().map(item -> toResponse(item, wrapped)).toList();
  }

  private static MethodResponse toResponse(@Nullable Object item, boolean wrapped) {
    if (item instanceof Struct fault && isFault(fault)) {
      return MethodResponse.of(Fault.of(fault));
    }
    return MethodResponse.of(wrapped && item instanceof List<?> list ? list.get(0) : item);
  }

  private static boolean isWrapped(@Nullable Object item) {
    return item instanceof List<?> list && list.size() == 1;
  }

  private static boolean isFault(@Nullable Object item) {
    return item instanceof Struct struct
        && (struct.containsKey("faultCode") || struct.containsKey("faultString"));
  }
}
