package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.servlet.Shares.Place;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SharesTest {

  private final Shares shares = new Shares(3, 2);

  private Place take(String caller) {
    return Objects.requireNonNull(shares.take(caller));
  }

  @Test
  void oneCallerGetsNoMoreThanItsShare() {
    take("a");
    take("a");
    assertNull(shares.take("a"));
    assertNotNull(shares.take("b"));
  }

  @Test
  void allCallersGetNoMoreThanThereIs() {
    take("a");
    take("b");
    take("c");
    assertNull(shares.take("d"));
  }

  @Test
  void placeThatIsGivenBackCanBeTakenAgain() {
    Place first = take("a");
    take("a");
    first.close();
    assertNotNull(shares.take("a"));
    assertNull(shares.take("a"));
  }

  @Test
  void refusedCallerTakesNothing() {
    take("a");
    take("a");
    assertNull(shares.take("a"));
    take("b").close();
    take("b");
  }

  @Test
  void callerWithAllOfItsShareHasNoPlaceWhileThereIsOneForOthers() {
    take("a");
    take("a");
    assertFalse(shares.hasPlaceFor("a"));
    assertTrue(shares.hasPlaceFor("b"));
    assertTrue(shares.hasPlace());
  }

  @Test
  void nobodyHasAPlaceWhenAllAreTaken() {
    take("a");
    take("b");
    take("c");
    assertFalse(shares.hasPlaceFor("d"));
    assertFalse(shares.hasPlace());
  }
}
