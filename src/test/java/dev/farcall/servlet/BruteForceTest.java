package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultException;
import dev.farcall.LoginAttempt;
import dev.farcall.client.MultiCall;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.testkit.JettyFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords guessed over HTTP, in a real Jetty. */
final class BruteForceTest {

  private static final int GUESSES = 500;
  private static final String REFUSED =
      "too many failed logins; try again later (settings login-failures-per-account,"
          + " login-failures-per-address, login-failure-seconds)";
  private static final AtomicInteger CHECKS = new AtomicInteger();

  /** Has a password to guess. */
  public static final class Accounts {
    @LoginAttempt
    public String login(String user, String password) {
      CHECKS.incrementAndGet();
      if (!user.equals("ann") || !password.equals("right")) {
        throw new FaultException(1, "wrong user or password");
      }
      return "welcome";
    }
  }

  @BeforeEach
  void forget() {
    CHECKS.set(0);
  }

  private static JettyFixture.Builder jetty() {
    return JettyFixture.of(new XmlRpcServlet()).param("handler.a", Accounts.class.getName());
  }

  private static FaultException guess(XmlRpcClient client, String user) {
    return assertThrows(FaultException.class, () -> client.call("a.login", user, "wrong"));
  }

  private static List<FaultException> guessMany(XmlRpcClient client, String user) {
    MultiCall calls = client.multiCall();
    List<MultiCall.Result<Object>> results = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      results.add(calls.add("a.login", user, i == 99 ? "right" : "wrong"));
    }
    calls.execute();
    return results.stream().map(result -> assertThrows(FaultException.class, result::get)).toList();
  }

  @Test
  void guessesOneByOneAreRunFiveTimes() throws Exception {
    try (JettyFixture jetty = jetty().start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build()) {
      for (int i = 0; i < GUESSES; i++) {
        FaultException fault = guess(client, "ann");
        assertEquals(i < 5 ? 1 : -32001, fault.code());
        assertEquals(i < 5 ? "wrong user or password" : REFUSED, fault.faultString());
      }
      guessMany(client, "ann").forEach(fault -> assertEquals(REFUSED, fault.faultString()));
      assertEquals(5, CHECKS.get());
    }
  }

  @Test
  void guessesInMulticallsAreRunFiveTimes() throws Exception {
    try (JettyFixture jetty = jetty().start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build()) {
      for (int i = 0; i < GUESSES / 100; i++) {
        List<FaultException> faults = guessMany(client, "ann");
        long run = faults.stream().filter(fault -> fault.code() == 1).count();
        assertEquals(i == 0 ? 5 : 0, run);
      }
      assertEquals(REFUSED, guess(client, "ann").faultString());
      assertEquals(5, CHECKS.get());
    }
  }

  @Test
  void usersWhoDoNotExistAreAnsweredAsThoseWhoDo() throws Exception {
    try (JettyFixture jetty = jetty().start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build()) {
      for (int i = 0; i < 6; i++) {
        FaultException known = guess(client, "ann");
        FaultException unknown = guess(client, "nobody");
        assertEquals(known.code(), unknown.code());
        assertEquals(known.faultString(), unknown.faultString());
      }
    }
  }

  @Test
  void guessesAtManyAccountsAreRunTwentyTimesForOneAddress() throws Exception {
    try (JettyFixture jetty = jetty().start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build()) {
      for (int i = 0; i < GUESSES; i++) {
        assertEquals(i < 20 ? 1 : -32001, guess(client, "user" + i).code());
      }
      assertEquals(20, CHECKS.get());
    }
  }

  @Test
  void limitsAreSettings() throws Exception {
    try (JettyFixture jetty =
            jetty()
                .param("login-failures-per-account", "2")
                .param("login-failures-per-address", "3")
                .start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build()) {
      assertEquals("welcome", client.call("a.login", "ann", "right"));
      for (int i = 0; i < 9; i++) {
        guess(client, "ann");
      }
      assertEquals(3, CHECKS.get());
      guess(client, "bob");
      guess(client, "bob");
      assertEquals(4, CHECKS.get());
    }
  }
}
