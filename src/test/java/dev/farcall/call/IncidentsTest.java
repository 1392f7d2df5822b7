package dev.farcall.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.farcall.model.Fault;
import dev.farcall.testkit.CapturedLog;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class IncidentsTest {

  private static final String LOG = "dev.farcall.test.incidents";
  private static final RandomGenerator ZERO = () -> 0;

  @Test
  void callerGetsTheReferenceAndTheLogTheDetails() throws InterruptedException {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      Incidents incidents = Incidents.of(System.getLogger(LOG), ZERO);
      Incident told = incidents.report("a.b", new IllegalStateException("secret\nforged"));
      assertEquals("internal error, reference 0000000000", told.text());
      LogRecord logged = log.take();
      assertNotNull(logged);
      assertEquals(Level.SEVERE, logged.getLevel());
      assertEquals("internal error, reference 0000000000 in a.b", logged.getMessage());
      assertEquals(
          "java.lang.IllegalStateException: secret\\u000aforged", logged.getThrown().toString());
      assertEquals(List.of(), log.messages());
    }
  }

  @Test
  void referencesDiffer() {
    try (CapturedLog log = CapturedLog.of(LOG)) {
      Incidents incidents = Incidents.of(System.getLogger(LOG));
      Exception failure = new Exception();
      assertNotEquals(incidents.report("a", failure), incidents.report("a", failure));
      assertEquals(2, log.messages().size());
    }
  }

  @Test
  void faultKnowsItsReference() {
    Incident incident = new Incident("7K3M9QZX2A");
    assertEquals(Optional.of("7K3M9QZX2A"), incident.fault().reference());
    assertEquals(new Fault(-32603, "internal error, reference 7K3M9QZX2A"), incident.fault());
    assertEquals(Optional.of("7K3M9QZX2A"), incident.faultWith("x").reference());
    assertEquals(
        new Fault(-32603, "internal error, reference 7K3M9QZX2A: x"), incident.faultWith("x"));
  }
}
