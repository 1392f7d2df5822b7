package dev.farcall.mapping;

import dev.farcall.Binary;
import dev.farcall.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bytes. A stream is read to its end and closed when it is written. */
final class BinaryAdapters implements TypeAdapter.Factory {
  private static final Map<Type, TypeAdapter<?>> ADAPTERS =
      Map.of(
          Binary.class, base64(it -> it, it -> it),
          byte[].class, base64(Binary::toByteArray, Binary::of),
          InputStream.class, base64(Binary::openStream, BinaryAdapters::readAll));

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    return ADAPTERS.get(type);
  }

  private static <T> TypeAdapter<T> base64(Function<Binary, T> read, Function<T, Object> write) {
    return new LeafAdapter<>(
        ValueType.BASE64, value -> value instanceof Binary it ? read.apply(it) : null, write);
  }

  private static Binary readAll(InputStream stream) {
    try (stream) {
      return Binary.wrap(stream.readAllBytes());
    } catch (IOException e) {
      throw new MappingException("", "the stream could not be read", e);
    }
  }
}
