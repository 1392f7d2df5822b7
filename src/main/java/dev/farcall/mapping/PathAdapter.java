package dev.farcall.mapping;

import dev.farcall.Binary;
import dev.farcall.MappingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file, which stands for its bytes. It is never read: no peer names a file of ours. */
final class PathAdapter extends TypeAdapter<Path> {

  @Override
  public @Nullable Path fromValue(@Nullable Object value) {
    throw new MappingException(
        "a Path is only written, as the bytes of its file; what is read is a Binary, an InputStream"
            + " or a byte[]");
  }

  @Override
  public Object toValue(Path file, Nesting nesting) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new MappingException("there is no file that can be read at " + file);
    }
    return Binary.of(file);
  }

  @Override
  public TypeDescription describe() {
    return TypeDescription.of(ValueType.BASE64);
  }
}
