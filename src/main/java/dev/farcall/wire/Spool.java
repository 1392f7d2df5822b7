package dev.farcall.wire;

import dev.farcall.FaultCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where base64 that is too long for memory goes while it is read: temporary files, and how much may
 * be in them at one time. One for an application; safe for use by many threads.
 *
 * <p>Nothing but the process knows the files: where the system allows, as all but Windows do, a
 * file has lost its name before the first byte is in it, so that even a crash leaves nothing
 * behind. Windows removes it when the process ends.
 *
 * <pre>{@code
 * Spool spool = Spool.of(SpoolSettings.defaults());
 * try (SpoolFile file = spool.open()) {
 *   ReceivedCall received = codec.readCall(in, null, file);
 *   ...
 * }
 * }</pre>
 */
public final class Spool {

  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          // It unlinks at once where that can be done.
          StandardOpenOption.DELETE_ON_CLOSE);

  private final SpoolSettings settings;
  private final AtomicLong bytes = new AtomicLong();

  private Spool(SpoolSettings settings) {
    this.settings = settings;
  }

  /** A spool in which nothing is yet. It makes no file before one is needed. */
  public static Spool of(SpoolSettings settings) {
    return new Spool(settings);
  }

  /** The file of one document, which is made when it is needed. */
  public SpoolFile open() {
    return new SpoolFile(this);
  }

  /** Tries to make a file, and answers what is in the way, if anything is. */
  public Optional<String> problem() {
    try {
      newFile().close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "spool-directory: no file can be made in "
              + settings.spoolDirectory()
              + (e instanceof NoSuchFileException ? ", which does not exist" : ": " + e));
    }
  }

  /** How many bytes lie in files now. */
  public long bytes() {
    return bytes.get();
  }

  SpoolSettings settings() {
    return settings;
  }

  /**
   * Counts bytes that are about to be written.
   *
   * @throws Misread if they would be too many
   */
  void reserve(int count) {
    long limit = settings.maxSpoolBytes();
    if (bytes.addAndGet(count) > limit) {
      bytes.addAndGet(-count);
      throw new Misread(
          FaultCode.LIMIT_EXCEEDED,
          "base64 for which there is no room: all calls together may have "
              + limit
              + " bytes in temporary files (setting max-spool-bytes)");
    }
  }

  /** Counts them no longer. */
  void free(long count) {
    bytes.addAndGet(-count);
  }

  FileChannel newFile() throws IOException {
    Path directory = settings.spoolDirectory();
    Path file = directory.resolve("farcall-" + UUID.randomUUID() + ".tmp");
    return FileChannel.open(file, OPTIONS, ownerOnly(directory));
  }

  private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
    return Files.getFileStore(directory).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
