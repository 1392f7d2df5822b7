package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** What a test needs that is not in the repository: another program, documents of others. */
public final class Needed {

  private Needed() {}

  /**
   * Ends the test unless the thing is there, and says so in one line. On a build server, where the
   * environment has CI, it has to be there.
   *
   * @param what in words that fit behind "there is no"
   */
  public static void orSkip(boolean there, String what) {
    if (there) {
      return;
    } else if (System.getenv("CI") != null) {
      fail("CI is set, and there is no " + what);
    }
    System.out.println("Skipped, for there is no " + what);
    abort("there is no " + what);
  }

  /** Ends the test unless this command runs and ends well, which shows that the thing is there. */
  public static void command(String what, String... command) throws InterruptedException {
    orSkip(ServerProcess.runs(command), what);
  }
}
