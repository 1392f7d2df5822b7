package dev.farcall.server;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.mapping.Nesting;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code system.multicall}: several calls in one. Each is sent to the endpoint that a call by
 * itself is sent to, so that whatever stands around a call stands around each of these.
 */
final class Multicall {

  static final String NAME = "system.multicall";

  private static final String HELP =
      "Calls several methods, in order. Takes an array of structs with methodName and params, and"
          + " answers an array that has for each call an array with its result, or a struct with"
          + " faultCode and faultString. A call that fails does not stop those behind it.";

  private final Endpoint each;
  private final int limit;

  Multicall(Endpoint each, int limit) {
    this.each = each;
    this.limit = limit;
  }

  /** The method that is exported. */
  ExportedMethod exported() {
    Overload overload =
        Overload.of(
            List.of(new Argument.Required(0, "calls", new PlainArray()), new Argument.Context()),
            TypeDescription.of(ValueType.ARRAY),
            (arguments, context) -> callAll((List<?>) arguments[0], context));
    MethodInfo info =
        new MethodInfo(
            NAME, overload.signature().stream().toList(), HELP, false, false, Access.anyone());
    return new ExportedMethod(info, List.of(overload));
  }

  private List<@Nullable Object> callAll(List<?> calls, CallContext context) {
    if (calls.size() > limit) {
      throw FaultException.of(
          FaultCode.LIMIT_EXCEEDED,
          "multicall of %d calls, at most %d are allowed (setting multicall-limit)"
              .formatted(calls.size(), limit));
    }
    List<@Nullable Object> answers = new ArrayList<>(calls.size());
    for (Object call : calls) {
      answers.add(answer(call, "params[0][" + answers.size() + "]", context));
    }
    return answers;
  }

  private Object answer(@Nullable Object entry, String path, CallContext context) {
    try {
      MethodResponse response = each.call(read(entry, path), context);
      return response
          .fault()
          .<Object>map(Multicall::asStruct)
          .orElseGet(() -> Collections.singletonList(response.value()));
    } catch (FaultException malformed) {
      return asStruct(Fault.of(malformed));
    }
  }

  private static Struct asStruct(Fault fault) {
    return new Struct().with("faultCode", fault.code()).with("faultString", fault.faultString());
  }

  private static MethodCall read(@Nullable Object entry, String path) {
    if (!(entry instanceof Map<?, ?> members)) {
      throw malformed(path, "struct", entry);
    }
    if (!(members.get("methodName") instanceof String name)) {
      throw malformed(path + ".methodName", "string", members.get("methodName"));
    }
    Object params = members.containsKey("params") ? members.get("params") : List.of();
    if (!(params instanceof List<?> list)) {
      throw malformed(path + ".params", "array", params);
    }
    MethodCall call = new MethodCall(name, list);
    if (call.methodName().equals(NAME)) {
      throw FaultException.of(
          FaultCode.INVALID_REQUEST, path + ": " + NAME + " cannot be called from within itself");
    }
    return call;
  }

  private static FaultException malformed(String path, String expected, @Nullable Object value) {
    String found = value == null ? "nothing" : ValueType.of(value).wireName();
    return FaultException.of(
        FaultCode.INVALID_REQUEST, path + ": expected " + expected + ", got " + found);
  }

  /** An array that is passed on as it is: what is inside is for the methods called to convert. */
  private static final class PlainArray extends TypeAdapter<List<?>> {
    @Override
    public List<?> fromValue(@Nullable Object value) {
      if (value instanceof List<?> list) {
        return list;
      }
      throw mismatch(value);
    }

    @Override
    public Object toValue(List<?> java, Nesting nesting) {
      return java;
    }

    @Override
    public TypeDescription describe() {
      return new TypeDescription(
          ValueType.ARRAY, null, TypeDescription.of(ValueType.STRUCT), List.of(), List.of());
    }
  }
}
