package dev.farcall.client;

import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.client.Invocation.Answer;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.TypeRef;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.mapping.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells about itself, by the methods that begin with {@code system}. It may have all
 * of them, some or none; unless something else is said a {@link FaultException} tells of one it
 * lacks. Exceptions are those of {@link Service}. Safe for use by many threads.
 */
public final class SystemService {

  private static final String DESCRIBE = "system.describe";
  private static final Pattern WHOLE = Pattern.compile("\\s*([0-9]{1,9})\\b.*", Pattern.DOTALL);
  private static final ValueMapper DESCRIPTIONS = DescribedTypes.mapper();

  private final Calls calls;

  SystemService(Calls calls) {
    this.calls = calls;
  }

  /** The names of all methods, as the server sorts them. */
  public List<String> listMethods() {
    return call("system.listMethods", calls.answer(new TypeRef<List<String>>() {}.type()));
  }

  /**
   * How a method can be called.
   *
   * @return for each way the type of the result and then those of the parameters, by the names of
   *     {@link ValueType#wireName} and others; empty when the server does not know, which it may
   *     say by anything that is no array
   */
  public List<List<String>> methodSignature(String method) {
    return call("system.methodSignature", SystemService::signatures, method);
  }

  /** What a method is for; empty when the server has nothing to say. */
  public String methodHelp(String method) {
    TypeAdapter<String> text = calls.mapper().adapter(String.class);
    return call(
        "system.methodHelp",
        value -> value == null ? "" : Objects.requireNonNull(text.fromValue(value)),
        method);
  }

  /** The specifications that the server follows, by the names it has for them, in its order. */
  public Map<String, Capability> getCapabilities() {
    return call("system.getCapabilities", SystemService::capabilities);
  }

  /**
   * All methods with the types of their parameters and results, and all members of these. Farcall's
   * own servers tell that, others hardly ever.
   *
   * @return empty when the server has no {@code system.describe}
   */
  public Optional<List<MethodDescription>> describe() {
    return ifThere(() -> call(DESCRIBE, description(new TypeRef<List<MethodDescription>>() {})));
  }

  /**
   * The same of one method.
   *
   * @return empty when the server has no {@code system.describe}, or not this method
   */
  public Optional<MethodDescription> describe(String method) {
    return ifThere(() -> call(DESCRIBE, description(new TypeRef<MethodDescription>() {}), method));
  }

  private static <T> Answer<T> description(TypeRef<T> type) {
    return DESCRIPTIONS.adapter(type)::fromValue;
  }

  private static <T> Optional<T> ifThere(Supplier<T> description) {
    try {
      return Optional.of(description.get());
    } catch (FaultException e) {
      if (MissingMethod.isSaidBy(e, DESCRIBE)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  // None of these changes anything, so each may be sent again.
  private <T> T call(String method, Answer<T> answer, Object... params) {
    T result = calls.call(calls.prepare(method, List.of(params), answer, true));
    if (result == null) {
      throw new MappingException("result", "expected a value, got nil", null);
    }
    return result;
  }

  private static List<List<String>> signatures(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    // Some servers answer the only signature itself.
    Optional<List<String>> only = names(list);
    return only.isPresent()
        ? List.of(only.get())
        : list.stream().flatMap(each -> names(each).stream()).toList();
  }

  /** The value as names of types; empty when it is something else. */
  private static Optional<List<String>> names(@Nullable Object value) {
    return value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(String.class::isInstance)
        ? Optional.of(list.stream().map(String.class::cast).toList())
        : Optional.empty();
  }

  private static Map<String, Capability> capabilities(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> all)) {
      throw new MappingException("expected struct, got " + ValueType.of(value).wireName());
    }
    Map<String, Capability> capabilities = new LinkedHashMap<>();
    all.forEach((name, each) -> capabilities.put(String.valueOf(name), capability(each)));
    return capabilities;
  }

  private static Capability capability(@Nullable Object value) {
    Map<?, ?> members = value instanceof Map<?, ?> struct ? struct : Map.of();
    Object url = members.get("specUrl");
    return new Capability(url instanceof String text ? text : "", version(members));
  }

  private static int version(Map<?, ?> members) {
    Object version = members.get("specVersion");
    if (version instanceof Number number) {
      return number.intValue();
    }
    Matcher digits = WHOLE.matcher(version instanceof String text ? text : "");
    return digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
  }
}
