package dev.farcall.mapping;

import dev.farcall.Binary;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes: in memory, from a stream, or of a file, which is only written. */
final class BinaryAdapters implements TypeAdapter.Factory {
  private static final Map<Type, TypeAdapter<?>> ADAPTERS =
      Map.of(
          Binary.class, new LeafAdapter<>(ValueType.BASE64, BinaryAdapters::binary, it -> it),
          byte[].class, new LeafAdapter<>(ValueType.BASE64, BinaryAdapters::bytes, Binary::of),
          InputStream.class, new StreamAdapter(),
          Path.class, new PathAdapter());

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    return ADAPTERS.get(type);
  }

  static @Nullable Binary binary(Object value) {
    return value instanceof Binary binary ? binary : null;
  }

  private static byte @Nullable [] bytes(Object value) {
    return value instanceof Binary binary ? binary.toByteArray() : null;
  }
}
