package dev.farcall.server;

import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a server tells about its methods. Filled while it is built, and not changed after that, so
 * that the methods that read it can be in it themselves.
 */
final class Directory {

  private final SortedMap<String, MethodInfo> methods = new TreeMap<>();

  // Made once: a multicall may ask a hundred times for the descriptions of all methods.
  private final Map<String, Struct> descriptions = new ConcurrentHashMap<>();

  void add(MethodInfo method) {
    methods.put(method.name(), method);
  }

  /** What {@code system.describe} tells of a method; the same each time, and not to be changed. */
  Struct description(MethodInfo method) {
    return descriptions.computeIfAbsent(method.name(), name -> TypeStructs.of(method));
  }

  /** All methods, sorted by name. */
  List<MethodInfo> all() {
    return List.copyOf(methods.values());
  }

  /** Those that are not hidden, and that this caller may call, sorted by name. */
  List<MethodInfo> listed(CallContext caller) {
    return methods.values().stream()
        .filter(method -> !method.hidden() && method.access().permits(caller))
        .toList();
  }

  /**
   * The method of this name, if there is one. A question about a method is answered like a call of
   * it.
   *
   * @throws dev.farcall.FaultException if this caller may not call it
   */
  Optional<MethodInfo> find(String name, CallContext caller) {
    Optional<MethodInfo> method = Optional.ofNullable(methods.get(name));
    method.ifPresent(found -> AccessCheck.check(found, caller));
    return method;
  }

  /**
   * The method of this name.
   *
   * @throws dev.farcall.FaultException if there is none, or this caller may not call it
   */
  MethodInfo get(String name, CallContext caller) {
    return find(name, caller).orElseThrow(() -> Dispatcher.unknown(name));
  }
}
