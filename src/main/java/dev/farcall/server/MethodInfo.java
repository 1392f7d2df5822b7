package dev.farcall.server;

import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a server tells about a method.
 *
 * @param name as it is called
 * @param signatures one for each way to call it; empty when it takes whatever it is sent
 * @param help for people; never empty
 * @param idempotent whether calling it twice does no more than calling it once
 * @param hidden whether it is left out of lists
 * @param access who may call it, and be told about it
 */
public record MethodInfo(
    String name,
    List<Signature> signatures,
    String help,
    boolean idempotent,
    boolean hidden,
    Access access) {

  /** Copies the signatures. */
  public MethodInfo {
    signatures = List.copyOf(signatures);
  }

  /** This for those only whom this and the other let in. */
  MethodInfo restrictedTo(Access other) {
    return new MethodInfo(name, signatures, help, idempotent, hidden, access.and(other));
  }

  /**
   * One way to call a method.
   *
   * @param result what it answers
   * @param parameters what it takes, in order
   */
  public record Signature(TypeDescription result, List<Parameter> parameters) {

    /** Copies the parameters. */
    public Signature {
      parameters = List.copyOf(parameters);
    }

    /** All lists of wire types it can be called with; a repeated parameter is an array. */
    List<List<ValueType>> shapes() {
      List<ValueType> all = parameters.stream().map(Parameter::wireType).toList();
      return IntStream.rangeClosed(shortest(), all.size())
          .mapToObj(size -> all.subList(0, size))
          .toList();
    }

    // A repeated parameter that is left out is an empty array, and not another way to call it.
    private int shortest() {
      return parameters.stream().anyMatch(each -> each.presence() == Presence.REPEATED)
          ? parameters.size()
          : (int) parameters.stream().filter(each -> each.presence() == Presence.REQUIRED).count();
    }
  }

  /**
   * A parameter.
   *
   * @param name the Java name
   * @param type what it takes; of a repeated one, each
   * @param presence whether it must be there
   */
  public record Parameter(String name, TypeDescription type, Presence presence) {

    private ValueType wireType() {
      return presence == Presence.REPEATED ? ValueType.ARRAY : type.type();
    }
  }

  /** Whether a parameter must be there. */
  public enum Presence {
    /** It must. */
    REQUIRED,
    /** It may be left out, with all that follow it. */
    OPTIONAL,
    /** It may come any number of times, or as one array. */
    REPEATED
  }
}
