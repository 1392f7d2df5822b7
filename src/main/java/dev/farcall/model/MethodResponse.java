package dev.farcall.model;

import dev.farcall.FaultException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer: one plain value (see the package), or a fault. Immutable. */
@XmlRootElement(name = "methodResponse")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"params", "fault"})
public final class MethodResponse {

  @XmlJavaTypeAdapter(ParamsAdapter.class)
  private @Nullable List<@Nullable Object> params;

  private @Nullable Fault fault;

  @SuppressWarnings("unused") // JAXB
  private MethodResponse() {}

  private MethodResponse(@Nullable List<@Nullable Object> params, @Nullable Fault fault) {
    this.params = params;
    this.fault = fault;
  }

  /** An answer with this plain value; null is nil. */
  public static MethodResponse of(@Nullable Object value) {
    return new MethodResponse(Collections.singletonList(value), null);
  }

  /** An answer that is a fault. */
  public static MethodResponse of(Fault fault) {
    return new MethodResponse(null, Objects.requireNonNull(fault, "fault"));
  }

  /** The fault, if this is one. */
  public Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /**
   * The value.
   *
   * @return a plain value, null for nil
   * @throws FaultException if this is a fault
   */
  public @Nullable Object value() {
    if (fault != null) {
      throw fault.toException();
    }
    return params == null || params.isEmpty() ? null : params.get(0);
  }

  /** What stands in {@code params}, whether or not it is the one value a response must have. */
  public List<@Nullable Object> params() {
    return params == null ? List.of() : Collections.unmodifiableList(params);
  }

  /**
   * Whether it can be written now: it has no {@link dev.farcall.Binary} of a stream that has been
   * read.
   */
  public boolean isReadable() {
    return OpenStreams.areUnread(params);
  }

  /** Whether it can be written several times: it has no stream, which can be read only once. */
  public boolean isRepeatable() {
    return OpenStreams.areNone(params);
  }

  /** Closes the streams in it, for whoever is not going to write it. */
  public void closeStreams() {
    OpenStreams.close(params);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodResponse that
        && Objects.equals(fault, that.fault)
        && params().equals(that.params());
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(fault) + params().hashCode();
  }

  /** {@code a value} or the fault; never the value, which may be secret. */
  @Override
  public String toString() {
    return fault == null ? "a value" : fault.toString();
  }
}
