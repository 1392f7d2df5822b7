package dev.farcall.server;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a server tells about its methods. Filled while it is built, and not changed after that, so
 * that the methods that read it can be in it themselves.
 */
final class Directory {

  private final SortedMap<String, MethodInfo> methods = new TreeMap<>();

  void add(MethodInfo method) {
    methods.put(method.name(), method);
  }

  /** All methods, sorted by name. */
  List<MethodInfo> all() {
    return List.copyOf(methods.values());
  }

  /** Those that are not hidden, sorted by name. */
  List<MethodInfo> listed() {
    return methods.values().stream().filter(method -> !method.hidden()).toList();
  }

  boolean has(String name) {
    return methods.containsKey(name);
  }

  /**
   * The method of this name.
   *
   * @throws dev.farcall.FaultException if there is none
   */
  MethodInfo get(String name) {
    MethodInfo method = methods.get(name);
    if (method == null) {
      throw Dispatcher.unknown(name);
    }
    return method;
  }
}
