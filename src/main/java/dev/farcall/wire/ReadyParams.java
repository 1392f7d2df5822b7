package dev.farcall.wire;

import dev.farcall.model.ParamsAdapter;
import dev.farcall.model.ParamsElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of JAXB's way with params, as {@link ReadyValue} does with the value of a fault:
 * JAXB sees an empty element, and the stream reads or writes what is inside. For use by one thread.
 */
final class ReadyParams extends ParamsAdapter {

  private static final ParamsElement EMPTY = new ParamsElement();

  private @Nullable List<@Nullable Object> params;

  void set(@Nullable List<@Nullable Object> params) {
    this.params = params;
  }

  List<@Nullable Object> get() {
    return params == null ? List.of() : params;
  }

  @Override
  public @Nullable List<@Nullable Object> unmarshal(@Nullable ParamsElement element) {
    return params;
  }

  @Override
  public @Nullable ParamsElement marshal(@Nullable List<@Nullable Object> values) {
    params = values;
    return values == null ? null : EMPTY;
  }
}
