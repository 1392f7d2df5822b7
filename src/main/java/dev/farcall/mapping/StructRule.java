package dev.farcall.mapping;

import dev.farcall.MappingException;
import dev.farcall.XmlRpcStruct;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done about members that a struct lacks, or has too many.
 *
 * @param allOptional whether all may be absent
 * @param unknown what happens to those the Java type does not have
 */
record StructRule(boolean allOptional, XmlRpcStruct.Unknown unknown) {
  private static final int MOST_NAMED = 5;

  /** The rule of a record or bean. */
  static StructRule of(Class<?> type) {
    XmlRpcStruct own = type.getAnnotation(XmlRpcStruct.class);
    return own == null
        ? new StructRule(false, XmlRpcStruct.Unknown.IGNORE)
        : new StructRule(own.optional(), own.unknown());
  }

  boolean isOptional(DeclaredMember member) {
    return allOptional
        || !member.isRead()
        || OptionalAdapters.isOptional(GenericTypes.raw(member.type()))
        || (member.annotation() != null && member.annotation().optional());
  }

  /** Refuses members whose names are not among these, if that is the rule. */
  void check(Map<?, ?> struct, Set<String> names) {
    if (unknown == XmlRpcStruct.Unknown.REFUSE && !names.containsAll(struct.keySet())) {
      throw unknown(struct.keySet().stream().filter(name -> !names.contains(name)).toList());
    }
  }

  /** The names of these members, each of which must be there once. */
  static Set<String> names(Class<?> owner, List<DeclaredMember> members) {
    Set<String> names = new HashSet<>();
    for (DeclaredMember member : members) {
      if (!names.add(member.name())) {
        throw Unsupported.because(
            owner, "two of its members are named " + Values.quote(member.name()));
      }
    }
    return Set.copyOf(names);
  }

  private static MappingException unknown(List<?> names) {
    Stream<String> first = names.stream().limit(MOST_NAMED).map(it -> Values.quote((String) it));
    int more = names.size() - MOST_NAMED;
    return new MappingException(
        (names.size() == 1 ? "unknown member " : "unknown members ")
            + first.collect(Collectors.joining(", "))
            + (more > 0 ? " and " + more + " more" : ""));
  }
}
