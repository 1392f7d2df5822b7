package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultException;
import dev.farcall.LoginAttempt;
import dev.farcall.XmlRpcMethod;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.testkit.CapturedLog;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LoginAttemptTest {

  private static final String HERE = LoginAttemptTest.class.getName();
  private static final String REFUSED =
      "-32001 too many failed logins; try again later (settings login-failures-per-account,"
          + " login-failures-per-address, login-failure-seconds)";

  /** Log-ins of all kinds; the password is "right". */
  static final class Accounts {
    private final AtomicInteger checks = new AtomicInteger();

    @LoginAttempt
    public String byFault(String user, String password) {
      if (!check(password)) {
        throw new FaultException(1, "wrong user or password");
      }
      return "welcome " + user;
    }

    @LoginAttempt
    public String byException(String user, String password) {
      if (!check(password)) {
        throw new SecurityException(user);
      }
      return user;
    }

    @LoginAttempt
    public boolean byFalse(String user, String password) {
      return check(password);
    }

    @LoginAttempt
    public @Nullable String byNull(String user, String password) {
      return check(password) ? user : null;
    }

    @LoginAttempt
    public void byNothing(String user, String password) {
      if (!check(password)) {
        throw new FaultException(1, "wrong user or password");
      }
    }

    @LoginAttempt(account = {0, 1})
    public boolean inDatabase(CallContext context, String database, int user, String password) {
      return check(password);
    }

    @LoginAttempt(account = {})
    public boolean byToken(String token) {
      return check(token);
    }

    public boolean unguarded(String user, String password) {
      return check(password);
    }

    private boolean check(String password) {
      checks.incrementAndGet();
      return password.equals("right");
    }
  }

  private final Accounts accounts = new Accounts();
  private final AtomicLong now = new AtomicLong();
  private final XmlRpcServer server = builder().build();

  private XmlRpcServer.Builder builder() {
    return XmlRpcServer.builder().handler("a", accounts).nanoTime(now::get);
  }

  private static void fail(XmlRpcServer server, String method, int times, Object... params) {
    for (int i = 0; i < times; i++) {
      Servers.answer(server, method, params);
    }
  }

  @Test
  void faultIsAFailure() {
    for (int i = 0; i < 5; i++) {
      assertEquals("1 wrong user or password", fault(server, "a.byFault", "ann", "x"));
    }
    assertEquals(REFUSED, fault(server, "a.byFault", "ann", "right"));
    assertEquals("welcome bob", call(server, "a.byFault", "bob", "right"));
    assertEquals(6, accounts.checks.get());
  }

  @Test
  void lockEnds() {
    fail(server, "a.byFault", 6, "ann", "x");
    now.addAndGet(Duration.ofMinutes(5).toNanos());
    assertEquals("welcome ann", call(server, "a.byFault", "ann", "right"));
  }

  @Test
  void anyExceptionIsAFailure() {
    fail(server, "a.byException", 5, "ann", "x");
    assertEquals(REFUSED, fault(server, "a.byException", "ann", "right"));
  }

  @Test
  void falseAndNullAreFailures() {
    fail(server, "a.byFalse", 5, "ann", "x");
    fail(server, "a.byNull", 5, "bob", "x");
    assertEquals(REFUSED, fault(server, "a.byFalse", "ann", "right"));
    assertEquals(REFUSED, fault(server, "a.byNull", "bob", "right"));
  }

  @Test
  void methodWithoutAResultSucceedsWhateverItAnswers() {
    XmlRpcServer nil = builder().voidResult(VoidResult.NIL).build();
    for (int i = 0; i < 20; i++) {
      assertEquals(true, call(server, "a.byNothing", "ann", "right"));
      assertNull(call(nil, "a.byNothing", "ann", "right"));
    }
    fail(nil, "a.byNothing", 5, "ann", "x");
    assertEquals(REFUSED, fault(nil, "a.byNothing", "ann", "right"));
  }

  @Test
  void accountIsOneInAllMethods() {
    fail(server, "a.byFault", 3, "ann", "x");
    fail(server, "a.byFalse", 2, "ANN", "x");
    assertEquals(REFUSED, fault(server, "a.byNull", "ann", "right"));
    assertEquals(true, call(server, "a.unguarded", "ann", "right"));
  }

  @Test
  void accountMayHaveSeveralParts() {
    fail(server, "a.inDatabase", 5, "shop", 7, "x");
    assertEquals(REFUSED, fault(server, "a.inDatabase", "shop", 7L, "right"));
    assertEquals(true, call(server, "a.inDatabase", "shop", 8, "right"));
    assertEquals(true, call(server, "a.inDatabase", "blog", 7, "right"));
  }

  @Test
  void parametersThatDoNotFitAreNoAttempt() {
    for (int i = 0; i < 10; i++) {
      assertEquals(
          "-32602 a.byFault: params[1]: expected string, got int 5",
          fault(server, "a.byFault", "ann", 5));
    }
    assertEquals("welcome ann", call(server, "a.byFault", "ann", "right"));
  }

  @Test
  void addressIsCountedWithoutAnAccount() {
    CallContext caller = CallContext.builder().peerAddress("192.0.2.1").build();
    for (int i = 0; i < 100; i++) {
      assertEquals(
          i >= 20, server.call(MethodCall.of("a.byToken", "x"), caller).fault().isPresent());
    }
    assertEquals(20, accounts.checks.get());
  }

  @Test
  void limitsCanBeSet() {
    XmlRpcServer strict = builder().loginLimits(new LoginLimits(1, 2, 3)).build();
    fail(strict, "a.byFault", 9, "ann", "x");
    assertEquals(1, accounts.checks.get());
    now.addAndGet(Duration.ofSeconds(3).toNanos());
    fail(strict, "a.byFault", 9, "ann", "x");
    assertEquals(2, accounts.checks.get());
  }

  @Test
  void limitsBelowOneAreRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new LoginLimits(1, 0, 1));
    assertEquals("login-failures-per-address must be at least 1, got 0", e.getMessage());
  }

  @Test
  void entriesOfAMulticallAreCounted() {
    List<Map<String, Object>> calls =
        Collections.nCopies(100, Map.of("methodName", "a.byFault", "params", List.of("ann", "x")));
    List<?> answers = (List<?>) call(server, "system.multicall", calls);
    assertEquals(100, requireNonNull(answers).size());
    assertEquals(5, accounts.checks.get());
  }

  /** Does not answer before it is told to. */
  static final class Slow {
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger checks = new AtomicInteger();

    @LoginAttempt
    public boolean login(String user) throws InterruptedException {
      checks.incrementAndGet();
      return !answer.await(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void guessesInParallelCountBeforeTheyAreAnswered() throws Exception {
    Slow slow = new Slow();
    XmlRpcServer parallel = Servers.of("s", slow);
    ExecutorService threads = Executors.newFixedThreadPool(50);
    ExecutorCompletionService<Object> calls = new ExecutorCompletionService<>(threads);
    for (int i = 0; i < 50; i++) {
      calls.submit(() -> Servers.answer(parallel, "s.login", "ann").fault().isPresent());
    }
    for (int i = 0; i < 45; i++) {
      Future<Object> refused = calls.poll(10, TimeUnit.SECONDS);
      assertEquals(true, refused == null ? null : refused.get());
    }
    slow.answer.countDown();
    for (int i = 0; i < 5; i++) {
      assertEquals(false, calls.take().get());
    }
    threads.shutdown();
    assertEquals(5, slow.checks.get());
  }

  interface Api {
    @LoginAttempt
    boolean login(String user, String password);
  }

  static final class Implementation implements Api {
    private final AtomicInteger checks = new AtomicInteger();

    @Override
    public boolean login(String user, String password) {
      checks.incrementAndGet();
      return false;
    }
  }

  @Test
  void annotationOfAnInterfaceCounts() {
    Implementation handler = new Implementation();
    XmlRpcServer guarded = Servers.of("s", handler);
    fail(guarded, "s.login", 9, "ann", "x");
    assertEquals(5, handler.checks.get());
  }

  interface Open {
    boolean login(String user);
  }

  static final class Closed implements Open {
    @Override
    @LoginAttempt
    public boolean login(String user) {
      return true;
    }
  }

  @Test
  void annotationThatIsSeenTooLateIsNotIgnored() throws InterruptedException {
    XmlRpcServer late =
        XmlRpcServer.builder()
            .instances(Instances.PER_REQUEST)
            .handlerFactory(type -> new Closed())
            .handler("s", Open.class)
            .build();
    try (CapturedLog log = CapturedLog.of("dev.farcall.server")) {
      String fault = fault(late, "s.login", "ann");
      assertTrue(fault.startsWith("-32603 internal error, reference "), fault);
      assertEquals(
          "java.lang.IllegalStateException: %1$s$Closed has other roles, or another @LoginAttempt, than %1$s$Open.login(String) has, which is what was declared"
              .formatted(HERE),
          String.valueOf(requireNonNull(log.take()).getThrown()));
    }
  }

  static final class Annotated {
    @LoginAttempt
    @RolesAllowed("user")
    public boolean login(String user) {
      return true;
    }
  }

  @Test
  void callerWithoutTheRoleDoesNotAttempt() {
    XmlRpcServer guarded = Servers.of("s", new Annotated());
    fail(guarded, "s.login", 9, "ann");
    CallContext user = CallContext.builder().principal(() -> "u").roles("user"::equals).build();
    assertEquals(true, guarded.call(MethodCall.of("s.login", "ann"), user).value());
  }

  static final class Wrong implements Api {
    @Override
    @LoginAttempt(account = 1)
    public boolean login(String user, String password) {
      return true;
    }

    @LoginAttempt(account = 1)
    public boolean missing(String user, CallContext context) {
      return true;
    }

    @LoginAttempt
    public boolean array(byte[] user) {
      return true;
    }

    @LoginAttempt
    public boolean omissible(Optional<String> user) {
      return true;
    }
  }

  @Test
  void accountsThatCannotBeToldApartAreProblems() {
    assertEquals(
        """
        %1$s$Wrong.array(byte[]) carries @LoginAttempt, but an account must be a string or a whole number that is always there, and user is not
        %1$s$Wrong.login(String, String) carries @LoginAttempt of different accounts; only one can be meant
        %1$s$Wrong.missing(String, CallContext) carries @LoginAttempt, but has no parameter 1
        %1$s$Wrong.omissible(Optional) carries @LoginAttempt, but an account must be a string or a whole number that is always there, and user is not"""
            .formatted(HERE),
        problems(XmlRpcServer.builder().handler("w", new Wrong())));
  }

  static final class Unexported {
    @XmlRpcMethod
    public int other() {
      return 1;
    }

    @LoginAttempt
    public boolean login(String user) {
      return true;
    }
  }

  @Test
  void methodThatIsNotExportedIsTold() {
    try (CapturedLog log = CapturedLog.of("dev.farcall.server")) {
      assertEquals(1, call(Servers.of("s", new Unexported()), "s.other"));
      assertEquals(
          List.of(HERE + "$Unexported.login(String) carries @LoginAttempt, but is not exported"),
          log.messages());
    }
  }
}
