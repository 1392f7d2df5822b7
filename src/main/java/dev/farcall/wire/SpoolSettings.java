package dev.farcall.wire;

import java.nio.file.Path;
import java.util.Objects;

/**
 * When the bytes of a base64 go into a temporary file while they are read, and where that is. Each
 * component is a setting in kebab-case, as {@code spool-directory}.
 *
 * @param spoolThresholdBytes up to how many bytes they are kept in memory; 1 MiB
 * @param maxSpoolBytes how many bytes may lie in temporary files at one time, of all documents
 *     together; 4 GiB. A document that would need more is refused with fault {@code -32002}
 * @param spoolDirectory where the files are made, for the owner of the process only; that of {@code
 *     java.io.tmpdir}
 */
public record SpoolSettings(int spoolThresholdBytes, long maxSpoolBytes, Path spoolDirectory) {

  private static final SpoolSettings DEFAULTS =
      new SpoolSettings(1 << 20, 4L << 30, Path.of(System.getProperty("java.io.tmpdir", ".")));

  /**
   * Checks that neither number is negative.
   *
   * @throws IllegalArgumentException if one is
   */
  public SpoolSettings {
    if (spoolThresholdBytes < 0) {
      throw new IllegalArgumentException(
          "spool-threshold-bytes is not negative, got " + spoolThresholdBytes);
    }
    if (maxSpoolBytes < 0) {
      throw new IllegalArgumentException("max-spool-bytes is not negative, got " + maxSpoolBytes);
    }
    Objects.requireNonNull(spoolDirectory, "spoolDirectory");
  }

  /** The defaults, as the components say. */
  public static SpoolSettings defaults() {
    return DEFAULTS;
  }

  /** These with another number of bytes in memory. */
  public SpoolSettings withSpoolThresholdBytes(int bytes) {
    return new SpoolSettings(bytes, maxSpoolBytes, spoolDirectory);
  }

  /** These with another number of bytes in files. */
  public SpoolSettings withMaxSpoolBytes(long bytes) {
    return new SpoolSettings(spoolThresholdBytes, bytes, spoolDirectory);
  }

  /** These with another directory. */
  public SpoolSettings withSpoolDirectory(Path directory) {
    return new SpoolSettings(spoolThresholdBytes, maxSpoolBytes, directory);
  }
}
