package dev.farcall.server;

import static dev.farcall.server.Servers.problems;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.testkit.CapturedLog;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RolesTest {

  private static final String HERE = RolesTest.class.getName();

  private static CallContext with(String... roles) {
    return CallContext.builder().principal(() -> "ann").roles(Set.of(roles)::contains).build();
  }

  /** The result, or the fault as {@code -32001 access ...}. */
  private static @Nullable Object call(
      XmlRpcServer server, CallContext caller, String name, @Nullable Object... params) {
    try {
      return server.call(MethodCall.of(name, params), caller).value();
    } catch (FaultException e) {
      return e.code() + " " + e.faultString();
    }
  }

  private static String denied(String method) {
    return "-32001 access to " + method + " is denied";
  }

  interface Api {
    @RolesAllowed({"user", "admin"})
    int run();
  }

  static final class Loose implements Api {
    @Override
    @PermitAll
    public int run() {
      return 1;
    }
  }

  static final class Strict implements Api {
    @Override
    @RolesAllowed("auditor")
    public int run() {
      return 1;
    }
  }

  @Test
  void implementationDoesNotLoosenItsInterface() {
    XmlRpcServer server = Servers.of("s", new Loose());
    assertEquals(denied("s.run"), call(server, with("guest"), "s.run"));
    assertEquals(1, call(server, with("user"), "s.run"));
    assertEquals(1, call(server, with("admin"), "s.run"));
  }

  @Test
  void rolesOfInterfaceAndImplementationMustBothBeThere() {
    XmlRpcServer server = Servers.of("s", new Strict());
    assertEquals(denied("s.run"), call(server, with("user"), "s.run"));
    assertEquals(denied("s.run"), call(server, with("auditor"), "s.run"));
    assertEquals(1, call(server, with("auditor", "admin"), "s.run"));
  }

  @RolesAllowed("user")
  interface Generic<T> {
    int run(T value);
  }

  static final class OfText implements Generic<String> {
    @Override
    public int run(String value) {
      return 1;
    }

    public int other() {
      return 2;
    }
  }

  @Test
  void interfaceCountsForWhatItDeclares() {
    XmlRpcServer server = Servers.of("s", new OfText());
    assertEquals(denied("s.run"), call(server, with(), "s.run", "x"));
    assertEquals(2, call(server, with(), "s.other"));
  }

  static class Parent {
    @RolesAllowed("admin")
    public int run() {
      return 0;
    }

    @DenyAll
    private int own() {
      return 0;
    }

    int unused() {
      return own();
    }
  }

  static final class Child extends Parent {
    @Override
    public int run() {
      return 1;
    }

    public int own() {
      return 2;
    }
  }

  @Test
  void whatAMethodOverridesCounts() {
    XmlRpcServer server = Servers.of("s", new Child());
    assertEquals(denied("s.run"), call(server, with(), "s.run"));
    assertEquals(1, call(server, with("admin"), "s.run"));
    assertEquals(2, call(server, with(), "s.own"));
  }

  @DenyAll
  static final class Mostly {
    @PermitAll
    public int open() {
      return 1;
    }

    public int closed() {
      return 2;
    }
  }

  @Test
  void methodCountsMoreThanItsClass() {
    XmlRpcServer server = Servers.of("s", new Mostly());
    assertEquals(1, call(server, CallContext.local(), "s.open"));
    assertEquals(denied("s.closed"), call(server, with("admin"), "s.closed"));
    assertEquals(denied("s.closed"), call(server, CallContext.local(), "s.closed"));
  }

  static final class Overloaded {
    public int run(int value) {
      return 1;
    }

    @RolesAllowed("admin")
    public int run(String value) {
      return 2;
    }
  }

  @Test
  void overloadsAreOneMethod() {
    XmlRpcServer server = Servers.of("s", new Overloaded());
    assertEquals(denied("s.run"), call(server, with(), "s.run", 1));
    assertEquals(1, call(server, with("admin"), "s.run", 1));
  }

  static final class Members {
    @RolesAllowed("**")
    public int run() {
      return 1;
    }
  }

  @Test
  void twoAsterisksAreAnybodyWhoIsAuthenticated() {
    XmlRpcServer server = Servers.of("s", new Members());
    assertEquals(1, call(server, with(), "s.run"));
    assertEquals(
        "-32001 access to s.run is denied, the caller is not authenticated",
        call(server, CallContext.local(), "s.run"));
  }

  static final class Contradictory {
    @DenyAll
    @RolesAllowed("admin")
    public int both() {
      return 1;
    }

    @RolesAllowed({})
    public int none() {
      return 1;
    }

    @RolesAllowed({"admin", " "})
    public int blank() {
      return 1;
    }

    @RolesAllowed("*")
    public int asterisk() {
      return 1;
    }
  }

  @DenyAll
  @PermitAll
  static final class ContradictoryClass {
    public int one() {
      return 1;
    }

    public int two() {
      return 2;
    }
  }

  @Test
  void annotationsThatCannotBeMeantStopTheStart() {
    assertEquals(
        """
        HERE$Contradictory.asterisk() carries @RolesAllowed, which names the role "*"; any caller \
        who is authenticated is "**"
        HERE$Contradictory.blank() carries @RolesAllowed, which names a role that is blank, or has \
        blanks around it
        HERE$Contradictory.both() carries @DenyAll and @RolesAllowed; only one can be meant
        HERE$Contradictory.none() carries @RolesAllowed, which names no role
        HERE$ContradictoryClass carries @DenyAll and @PermitAll; only one can be meant\
        """
            .replace("HERE", HERE),
        problems(
            XmlRpcServer.builder()
                .handler("a", new Contradictory())
                .handler("b", new ContradictoryClass())));
  }

  static final class Partly {
    public int run() {
      return hidden();
    }

    @RolesAllowed("admin")
    int hidden() {
      return 1;
    }
  }

  @Test
  void annotationOfWhatIsNotExportedIsLoggedOnce() {
    try (CapturedLog log = CapturedLog.of("dev.farcall.server")) {
      XmlRpcServer.builder().handler("a", new Partly()).handler("b", new Partly()).build().close();
      assertEquals(
          List.of(HERE + "$Partly.hidden() carries @RolesAllowed, but is not exported"),
          log.messages());
    }
  }

  @Test
  void lambdasGetTheirRolesByName() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .method("one", Integer.class, () -> 1)
            .method("open", (params, context) -> 2)
            .roles("one", "admin", "operator")
            .build();
    assertEquals(denied("one"), call(server, with("guest"), "one"));
    assertEquals(1, call(server, with("operator"), "one"));
    assertEquals(2, call(server, CallContext.local(), "open"));
  }

  @Test
  void longestNameThatCoversAMethodCounts() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .method("a.b.c", Integer.class, () -> 1)
            .method("a.b.d", Integer.class, () -> 2)
            .method("a.bc", Integer.class, () -> 3)
            .roles("a.b.c", "c")
            .roles("a.b", "b")
            .roles("", "all")
            .build();
    assertEquals(1, call(server, with("c"), "a.b.c"));
    assertEquals(denied("a.b.c"), call(server, with("all", "b"), "a.b.c"));
    assertEquals(2, call(server, with("b"), "a.b.d"));
    assertEquals(3, call(server, with("all"), "a.bc"));
    assertEquals(denied("a.bc"), call(server, with("b"), "a.bc"));
    assertEquals(denied("system.listMethods"), call(server, with("b"), "system.listMethods"));
  }

  @Test
  void rulesAddToAnnotations() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .handler("s", new Loose())
            .roles("s", "tester")
            .roles("s", "developer")
            .build();
    assertEquals(denied("s.run"), call(server, with("user", "tester"), "s.run"));
    assertEquals(denied("s.run"), call(server, with("tester", "developer"), "s.run"));
    assertEquals(1, call(server, with("user", "tester", "developer"), "s.run"));
  }

  @Test
  void rulesThatMeanNothingStopTheStart() {
    assertEquals(
        """
        roles.smaple: no method has this name, and none begins with "smaple."
        roles.s names no role
        roles.s.run names the role "*"; any caller who is authenticated is "**"\
        """,
        problems(
            XmlRpcServer.builder()
                .handler("s", new Loose())
                .roles("smaple", "admin")
                .roles("s")
                .roles("s.run", "*")));
  }

  @Test
  void multicallIsAMethodByItself() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .method("open", Integer.class, () -> 1)
            .roles("system.multicall", "admin")
            .build();
    List<?> calls = List.of(Map.of("methodName", "open"));
    assertEquals(denied("system.multicall"), call(server, with(), "system.multicall", calls));
    assertEquals(List.of(List.of(1)), call(server, with("admin"), "system.multicall", calls));
  }

  @Test
  void entryThatIsDeniedChangesNoOther() {
    XmlRpcServer server = Servers.of("s", new Mostly());
    List<?> calls =
        List.of(
            Map.of("methodName", "s.open"),
            Map.of("methodName", "s.closed"),
            Map.of("methodName", "s.open"));
    assertEquals(
        List.of(
            List.of(1),
            new Struct()
                .with("faultCode", -32001)
                .with("faultString", "access to s.closed is denied"),
            List.of(1)),
        call(server, CallContext.local(), "system.multicall", calls));
  }

  @Test
  void interceptorCanTellWhoCalls() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .handler("s", new Members())
            .interceptor(
                (call, context, next) ->
                    next.call(call, context.toBuilder().principal(() -> "ann").build()))
            .build();
    assertEquals(1, call(server, CallContext.local(), "s.run"));
  }

  @Test
  void otherNameThatAnInterceptorGivesIsChecked() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .handler("s", new Mostly())
            .interceptor((call, context, next) -> next.call(MethodCall.of("s.closed"), context))
            .build();
    assertEquals(denied("s.closed"), call(server, CallContext.local(), "s.open"));
  }

  @Test
  void descriptionHasTheRolesForThoseWhoMayKnow() {
    XmlRpcServer server = Servers.of("s", new Strict());
    Struct described =
        (Struct) requireNonNull(call(server, with("auditor", "user"), "system.describe", "s.run"));
    assertEquals(List.of("admin", "auditor", "user"), described.get("roles"));
    Struct open =
        (Struct) requireNonNull(call(server, with(), "system.describe", "system.describe"));
    assertFalse(open.containsKey("roles"));
  }

  @Test
  void serverTellsWhoMayCall() {
    XmlRpcServer server = Servers.of("s", new Mostly());
    Map<String, MethodInfo> methods =
        server.methods().stream().collect(Collectors.toMap(MethodInfo::name, info -> info));
    assertTrue(requireNonNull(methods.get("s.open")).access().isForAnyone());
    assertTrue(requireNonNull(methods.get("s.closed")).access().isForNobody());
  }

  @Test
  void classThatDiffersIsRefusedWhenItIsKnownTooLate() {
    XmlRpcServer server =
        XmlRpcServer.builder()
            .instances(Instances.PER_REQUEST)
            .handlerFactory(type -> new Strict())
            .handler("s", Api.class)
            .build();
    try (CapturedLog log = CapturedLog.of("dev.farcall.server")) {
      String fault = String.valueOf(call(server, with("user", "auditor"), "s.run"));
      assertTrue(fault.startsWith("-32603 internal error, reference "), fault);
      assertEquals(1, log.messages().size());
    }
    XmlRpcServer agreeing =
        XmlRpcServer.builder()
            .instances(Instances.PER_REQUEST)
            .handlerFactory(type -> new Loose())
            .handler("s", Api.class)
            .build();
    assertEquals(1, call(agreeing, with("user"), "s.run"));
    assertEquals(denied("s.run"), call(agreeing, with(), "s.run"));
  }
}
