package dev.farcall.fuzz;

/**
 * An input to begin with.
 *
 * @param name of its file
 * @param bytes what the target is given, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record Input(String name, byte[] bytes) {
  @Override
  public String toString() {
    return name;
  }
}
