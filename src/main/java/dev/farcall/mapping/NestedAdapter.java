package dev.farcall.mapping;

/** A type that holds others, which may hold it in turn. */
abstract class NestedAdapter<T> extends TypeAdapter<T> {
  @Override
  public final TypeDescription describe() {
    return describe(new Describing());
  }

  @Override
  abstract TypeDescription describe(Describing within);

  @Override
  abstract ValueType type();
}
