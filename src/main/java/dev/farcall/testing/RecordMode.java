package dev.farcall.testing;

import dev.farcall.client.Transport;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a test calls a server and records that, or calls the recording.
 *
 * <pre>{@code
 * XmlRpcClient.builder(uri)
 *     .aroundTransport(next -> RecordMode.RECORD_IF_MISSING.around(next, file))
 *     .build();
 * }</pre>
 */
public enum RecordMode {
  /** Calls the server, and records that, in place of what was recorded before. */
  RECORD,
  /** Calls no server. */
  REPLAY,
  /**
   * Calls no server if there is a recording, and else the server. To record again, delete the file.
   */
  RECORD_IF_MISSING;

  /**
   * A {@link Recorder} around a transport, or a {@link Replay} in place of it.
   *
   * @param next carries the calls when they are recorded; a recorder closes it, a replay does not
   * @throws java.io.UncheckedIOException if the file cannot be written, or read
   * @throws IllegalArgumentException if it is no recording
   */
  public Transport around(Transport next, Path file) {
    return switch (this) {
      case RECORD -> Recorder.around(next, file);
      case REPLAY -> Replay.of(file);
      case RECORD_IF_MISSING -> (Files.exists(file) ? REPLAY : RECORD).around(next, file);
    };
  }
}
