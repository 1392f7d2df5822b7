package dev.farcall.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call: the name of a method and its parameters, plain values all (see the package). Not to be
 * changed once it is on its way.
 */
@XmlRootElement(name = "methodCall")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"methodName", "params"})
public final class MethodCall {

  @XmlElement(required = true)
  private String methodName = "";

  @XmlJavaTypeAdapter(ParamsAdapter.class)
  private List<@Nullable Object> params = new ArrayList<>();

  @SuppressWarnings("unused") // JAXB
  private MethodCall() {}

  /** A call of this method with these plain values, which are not copied. */
  public MethodCall(String methodName, List<? extends @Nullable Object> params) {
    this.methodName = Objects.requireNonNull(methodName, "methodName");
    this.params = Collections.unmodifiableList(params);
  }

  /** A call of this method with these plain values. */
  public static MethodCall of(String methodName, @Nullable Object... params) {
    return new MethodCall(methodName, Arrays.asList(params));
  }

  /** The name as it was sent: blanks around it are part of it. */
  public String methodName() {
    return methodName;
  }

  /** The parameters, plain values; a nil is null. */
  public List<@Nullable Object> params() {
    return params;
  }

  /**
   * Whether it can be written now: it has no {@link dev.farcall.Binary} of a stream that has been
   * read.
   */
  public boolean isReadable() {
    return OpenStreams.areUnread(params);
  }

  /** Closes the streams in it, for whoever is not going to write it. */
  public void closeStreams() {
    OpenStreams.close(params);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodCall that
        && methodName().equals(that.methodName())
        && params.equals(that.params);
  }

  @Override
  public int hashCode() {
    return 31 * methodName().hashCode() + params.hashCode();
  }

  /** {@code sample.add with 2 params}; never the values, which may be secret. */
  @Override
  public String toString() {
    return methodName() + " with " + params.size() + " params";
  }
}
