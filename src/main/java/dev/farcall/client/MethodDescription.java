package dev.farcall.client;

import dev.farcall.XmlRpcMember;
import dev.farcall.mapping.TypeDescription;
import java.util.List;
import java.util.Objects;

/**
 * What a server tells about a method by {@code system.describe}.
 *
 * @param name as it is called
 * @param help for people
 * @param idempotent whether calling it twice does no more than calling it once
 * @param signatures one for each way to call it; empty when it takes whatever it is sent
 * @param roles what callers need at least one of, or, where several declarations ask for roles, one
 *     of each; {@code **} is any caller who is authenticated; empty when the server tells none
 */
public record MethodDescription(
    String name,
    String help,
    boolean idempotent,
    List<Signature> signatures,
    @XmlRpcMember(optional = true) List<String> roles) {

  /** Copies the lists, with null for no roles, as a member that is missing is read. */
  public MethodDescription {
    signatures = List.copyOf(signatures);
    roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
  }

  /**
   * One way to call a method.
   *
   * @param result what it answers
   * @param params what it takes, in order
   */
  public record Signature(TypeDescription result, List<Parameter> params) {

    /** Copies the parameters. */
    public Signature {
      params = List.copyOf(params);
    }
  }

  /**
   * A parameter.
   *
   * @param name for people, since parameters are sent without names
   * @param type what it takes; of a repeated one, each
   * @param optional whether it may be left out, with all that follow it
   * @param repeated whether it may come any number of times, or as one array
   */
  public record Parameter(
      String name,
      TypeDescription type,
      @XmlRpcMember(optional = true) boolean optional,
      @XmlRpcMember(optional = true) boolean repeated) {}
}
