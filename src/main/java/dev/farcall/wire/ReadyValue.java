package dev.farcall.wire;

import dev.farcall.model.ValueAdapter;
import dev.farcall.model.ValueElement;
import org.jspecify.annotations.Nullable;

/**
 * Takes the place of JAXB's way with the value of a fault: when JAXB comes to it, the stream has
 * just read it, or is just about to write it, and this hands it over. For use by one thread.
 */
final class ReadyValue extends ValueAdapter {

  private static final ValueElement EMPTY = new ValueElement();

  private @Nullable Object value;

  void set(@Nullable Object value) {
    this.value = value;
  }

  @Nullable Object get() {
    return value;
  }

  @Override
  public @Nullable Object unmarshal(ValueElement element) {
    return value;
  }

  @Override
  public ValueElement marshal(@Nullable Object value) {
    this.value = value;
    return EMPTY;
  }
}
