package dev.farcall.model;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fault: a struct with {@code faultCode} and {@code faultString}. Whatever else a peer puts there
 * is kept, see {@link #members()}. Not to be changed.
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "fault")
public final class Fault {

  private static final String CODE = "faultCode";
  private static final String STRING = "faultString";

  @XmlElement(required = true)
  @XmlJavaTypeAdapter(ValueAdapter.class)
  private @Nullable Object value;

  @XmlTransient private @Nullable String reference;

  @SuppressWarnings("unused") // JAXB
  private Fault() {}

  /** A fault with this code and text. */
  public Fault(int code, String faultString) {
    this.value = new Struct().with(CODE, code).with(STRING, faultString);
  }

  /** A fault with a code of the protocol. */
  public static Fault of(FaultCode code, String faultString) {
    return new Fault(code.code(), faultString);
  }

  /** The fault that this exception announces. */
  public static Fault of(FaultException exception) {
    return new Fault(exception.code(), exception.faultString());
  }

  /** A fault with whatever a peer put there, as in an answer of {@code system.multicall}. */
  public static Fault of(Struct members) {
    Fault fault = new Fault();
    fault.value = members;
    return fault;
  }

  /** The {@code faultCode}; 0 when the peer sent none, or one that is not an int. */
  public int code() {
    Object code = members().get(CODE);
    return code instanceof Number number && PlainTypes.reduce(number) instanceof Integer whole
        ? whole
        : 0;
  }

  /** The {@code faultString}; the text of whatever the peer sent instead of one. */
  public String faultString() {
    Object string = members().get(STRING);
    if (string == null) {
      return value instanceof Struct ? "" : String.valueOf(value);
    }
    return String.valueOf(string);
  }

  /** The whole struct as it was sent; empty when the peer sent something else. */
  public Struct members() {
    return value instanceof Struct struct ? struct : new Struct();
  }

  /** The same fault, of which the log of this process has more under this reference. */
  public Fault withReference(String reference) {
    Fault same = new Fault();
    same.value = value;
    same.reference = Objects.requireNonNull(reference, "reference");
    return same;
  }

  /**
   * Under which reference the log of this process has the failure that this fault was made of, if
   * it has. It is not sent, but in the text; and it is no part of what makes two faults equal.
   */
  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  /** The exception a caller gets. */
  public FaultException toException() {
    return FaultException.received(code(), faultString(), members());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fault that && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  @Override
  public String toString() {
    return "fault " + code() + ": " + faultString();
  }
}
