package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.FaultException;
import dev.farcall.ProtocolError;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.model.MethodCall;
import dev.farcall.server.HandlerFactory;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.servlet.RoleMatrixHandlers.Place;
import dev.farcall.servlet.RoleMatrixHandlers.Rule;
import dev.farcall.testkit.BasicLogin;
import dev.farcall.testkit.JettyFixture;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may call what, in all combinations: every annotation in every place, in every way by which a
 * caller could run a method or hear of it, for every sort of caller, with HTTP and without.
 */
final class RoleMatrixTest {

  /** Who calls. */
  enum Caller {
    NOBODY,
    WRONG_ROLE,
    RIGHT_ROLE;

    String user() {
      return name().toLowerCase(Locale.ROOT);
    }

    String role() {
      return this == RIGHT_ROLE ? "admin" : "guest";
    }
  }

  /** What a caller does to run a method, or to hear of it. */
  enum Way {
    DIRECT,
    MULTICALL,
    METHOD_HELP,
    METHOD_SIGNATURE,
    METHOD_EXIST,
    DESCRIBE,
    DESCRIBE_ALL,
    LIST_METHODS;

    MethodCall call(String method) {
      return switch (this) {
        case DIRECT -> MethodCall.of(method);
        case MULTICALL ->
            MethodCall.of("system.multicall", List.of(new Struct().with("methodName", method)));
        case METHOD_HELP -> MethodCall.of("system.methodHelp", method);
        case METHOD_SIGNATURE -> MethodCall.of("system.methodSignature", method);
        case METHOD_EXIST -> MethodCall.of("system.methodExist", method);
        case DESCRIBE -> MethodCall.of("system.describe", method);
        case DESCRIBE_ALL -> MethodCall.of("system.describe");
        case LIST_METHODS -> MethodCall.of("system.listMethods");
      };
    }

    /** What the caller learns about a method by an answer. */
    String learned(String method, @Nullable Object answer) {
      return switch (this) {
        case DIRECT, METHOD_HELP, METHOD_SIGNATURE, METHOD_EXIST -> String.valueOf(answer);
        case MULTICALL -> entry(Objects.requireNonNull((List<?>) answer).get(0));
        case DESCRIBE -> name(answer);
        case DESCRIBE_ALL ->
            listed(Objects.requireNonNull((List<?>) answer).stream().map(Way::name), method);
        case LIST_METHODS -> listed(Objects.requireNonNull((List<?>) answer).stream(), method);
      };
    }

    String learnedByThoseWhoMay(String method) {
      return switch (this) {
        case DIRECT, MULTICALL -> "ran";
        case METHOD_HELP -> "string " + method + "()";
        case METHOD_SIGNATURE -> "[[string]]";
        case METHOD_EXIST -> "true";
        case DESCRIBE -> method;
        case DESCRIBE_ALL, LIST_METHODS -> "listed";
      };
    }

    boolean isList() {
      return this == DESCRIBE_ALL || this == LIST_METHODS;
    }

    private static String entry(@Nullable Object entry) {
      return entry instanceof Map<?, ?> fault
          ? fault.get("faultCode") + " " + fault.get("faultString")
          : String.valueOf(((List<?>) Objects.requireNonNull(entry)).get(0));
    }

    private static String name(@Nullable Object description) {
      return String.valueOf(((Map<?, ?>) Objects.requireNonNull(description)).get("name"));
    }

    private static String listed(Stream<?> names, String method) {
      return names.anyMatch(method::equals) ? "listed" : "not listed";
    }
  }

  record Cell(Rule rule, Place place, Way way, Caller caller) {
    String method() {
      return RoleMatrixHandlers.prefix(rule, place) + ".run";
    }

    boolean isPermitted() {
      return switch (rule) {
        case NONE, PERMIT_ALL -> true;
        case ROLES_ALLOWED -> caller == Caller.RIGHT_ROLE;
        case DENY_ALL -> false;
      };
    }

    String expected() {
      if (isPermitted()) {
        return way.learnedByThoseWhoMay(method());
      }
      boolean login = caller == Caller.NOBODY && rule == Rule.ROLES_ALLOWED;
      return way.isList()
          ? "not listed"
          : "-32001 access to %s is denied%s"
              .formatted(method(), login ? ", the caller is not authenticated" : "");
    }

    /** By HTTP the container asks nobody to log in, where that would help. */
    String expectedByHttp() {
      boolean login = caller == Caller.NOBODY && rule == Rule.ROLES_ALLOWED;
      return login && way == Way.DIRECT ? "status 401" : expected();
    }
  }

  static Stream<Cell> cells() {
    return Stream.of(Rule.values())
        .flatMap(
            rule ->
                Stream.of(Place.values())
                    .flatMap(
                        place ->
                            Stream.of(Way.values())
                                .flatMap(
                                    way ->
                                        Stream.of(Caller.values())
                                            .map(who -> new Cell(rule, place, way, who)))));
  }

  private static final Map<Caller, XmlRpcClient> CLIENTS = new EnumMap<>(Caller.class);
  private static @Nullable XmlRpcServer server;
  private static @Nullable JettyFixture jetty;

  @BeforeAll
  static void start() throws Exception {
    server = inProcess();
    JettyFixture started = overHttp();
    jetty = started;
    for (Caller caller : Caller.values()) {
      XmlRpcClient.Builder builder = XmlRpcClient.builder(started.uri());
      if (caller != Caller.NOBODY) {
        builder.basicAuth(caller.user(), caller.user());
      }
      CLIENTS.put(caller, builder.build());
    }
  }

  private static XmlRpcServer inProcess() {
    XmlRpcServer.Builder builder = XmlRpcServer.builder().handlerFactory(new Implementations());
    RoleMatrixHandlers.types().forEach(builder::handler);
    return builder.build();
  }

  private static JettyFixture overHttp() throws Exception {
    BasicLogin login = BasicLogin.create();
    for (Caller caller : List.of(Caller.WRONG_ROLE, Caller.RIGHT_ROLE)) {
      login.user(caller.user(), caller.role());
    }
    JettyFixture.Builder builder =
        JettyFixture.of(new XmlRpcServlet())
            .security(login.handler())
            .param("handler-factory", Implementations.class.getName());
    RoleMatrixHandlers.types()
        .forEach((prefix, type) -> builder.param("handler." + prefix, type.getName()));
    return builder.start();
  }

  @AfterAll
  static void stop() throws IOException {
    CLIENTS.values().forEach(XmlRpcClient::close);
    CLIENTS.clear();
    Objects.requireNonNull(jetty).close();
    Objects.requireNonNull(server).close();
  }

  /** Makes for an interface the class that implements it. */
  public static final class Implementations implements HandlerFactory {
    @Override
    public Object create(Class<?> type) throws Exception {
      Class<?> made = type.isInterface() ? RoleMatrixHandlers.implementation(type) : type;
      return HandlerFactory.constructors().create(made);
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void nothingLeaksFromTheServer(Cell cell) {
    int before = RoleMatrixHandlers.runs();
    CallContext.Builder context = CallContext.builder();
    if (cell.caller != Caller.NOBODY) {
      context.principal(() -> cell.caller.user()).roles(cell.caller.role()::equals);
    }
    String learned;
    try {
      MethodCall call = cell.way.call(cell.method());
      learned =
          cell.way.learned(
              cell.method(), Objects.requireNonNull(server).call(call, context.build()).value());
    } catch (FaultException e) {
      learned = e.code() + " " + e.faultString();
    }
    assertEquals(cell.expected(), learned);
    assertEquals(before + runs(cell), RoleMatrixHandlers.runs());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void nothingLeaksOverHttp(Cell cell) {
    int before = RoleMatrixHandlers.runs();
    String learned;
    try {
      MethodCall call = cell.way.call(cell.method());
      XmlRpcClient client = Objects.requireNonNull(CLIENTS.get(cell.caller));
      learned =
          cell.way.learned(cell.method(), client.call(call.methodName(), call.params().toArray()));
    } catch (FaultException e) {
      learned = e.code() + " " + e.faultString();
    } catch (ProtocolError e) {
      learned = "status " + e.status();
    }
    assertEquals(cell.expectedByHttp(), learned);
    assertEquals(before + runs(cell), RoleMatrixHandlers.runs());
  }

  private static int runs(Cell cell) {
    boolean runs = cell.way == Way.DIRECT || cell.way == Way.MULTICALL;
    return runs && cell.isPermitted() ? 1 : 0;
  }
}
