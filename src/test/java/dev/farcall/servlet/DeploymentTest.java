package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.HandlerFactory;
import dev.farcall.server.MethodInfo;
import dev.farcall.server.XmlRpcServer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeploymentTest {

  private static final String HERE = DeploymentTest.class.getName();
  private static final List<String> EVENTS = new ArrayList<>();

  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(loader);
    EVENTS.clear();
  }

  private static ServletConfig config(Map<String, String> params) {
    ServletConfig config = mock(ServletConfig.class);
    when(config.getServletName()).thenReturn("xmlrpc");
    when(config.getServletContext()).thenReturn(mock(ServletContext.class));
    when(config.getInitParameterNames()).thenReturn(Collections.enumeration(params.keySet()));
    params.forEach((name, value) -> when(config.getInitParameter(name)).thenReturn(value));
    return config;
  }

  private static XmlRpcServlet started(Map<String, String> params) throws ServletException {
    XmlRpcServlet servlet = new XmlRpcServlet();
    servlet.init(config(params));
    return servlet;
  }

  private static @Nullable String problems(Map<String, String> params) {
    return assertThrows(ServletException.class, () -> started(params)).getMessage();
  }

  /** Exports one method, and tells of its life. */
  public static final class Lively implements ServletHandler, AutoCloseable {
    public Lively() {
      EVENTS.add("made");
    }

    @Override
    public void init(ServletConfig config) {
      EVENTS.add("init of " + config.getServletName());
    }

    public int one() {
      return 1;
    }

    @Override
    public void close() {
      EVENTS.add("closed");
    }
  }

  /** Cannot start. */
  public static final class Failing implements ServletHandler, AutoCloseable {
    @Override
    public void init(ServletConfig config) throws IOException {
      throw new IOException("no disk");
    }

    public int one() {
      return 1;
    }

    @Override
    public void close() {
      EVENTS.add("closed");
    }
  }

  /** Makes handlers, once it knows the servlet. */
  public static final class Factory implements ServletHandler, HandlerFactory {
    @Override
    public void init(ServletConfig config) {
      EVENTS.add("factory");
    }

    @Override
    public Object create(Class<?> type) {
      return new Lively();
    }
  }

  @Test
  void everythingThatIsWrongIsInOneReport() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - max-dept: there is no such setting; did you mean max-depth?
         - plain-http: expected one of loopback, always, never, got "yes"
         - max-values: expected a whole number from 1 to 2147483647, got "many"
         - handler.x: there is no class "no.Such" in the web application
         - method.m: expected CLASS#METHOD, got "no.Hash"\
        """,
        problems(
            Map.of(
                "handler.lively", HERE + "$Lively",
                "handler.x", "no.Such",
                "method.m", "no.Hash",
                "max-dept", "5",
                "max-values", "many",
                "plain-http", "yes")));
  }

  @Test
  void handlersAreClosedWhenTheDeploymentFails() {
    problems(Map.of("handler.lively", HERE + "$Lively", "max-depth", "x"));
    assertEquals(List.of("made", "init of xmlrpc", "closed"), EVENTS);
  }

  @Test
  void problemsOfDeclarationsStandInTheSameReport() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - zone: expected a time zone, as UTC or Europe/Berlin, got "Mars"
         - java.lang.Object declares no method to export\
        """,
        problems(Map.of("handler.o", "java.lang.Object", "zone", "Mars")));
  }

  @Test
  void rolesThatMeanNothingAreReported() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - role.lively: there is no such setting; did you mean roles.?
         - roles.lively names no role
         - roles.livley: no method has this name, and none begins with "livley."\
        """,
        problems(
            Map.of(
                "handler.lively", HERE + "$Lively",
                "role.lively", "admin",
                "roles.lively", " , ",
                "roles.livley", "admin")));
  }

  @Test
  void rolesOfAnInitParamAreThoseOfTheMethods() {
    Declarations declarations =
        new Declarations(
            Map.of("handler.lively", HERE + "$Lively", "roles.lively", "admin, Operator"),
            new WebappClasses(loader, new Problems()));
    XmlRpcServer.Builder builder = XmlRpcServer.builder();
    declarations.addTo(builder);
    try (XmlRpcServer server = builder.build()) {
      assertEquals("lively.one", server.methods().get(0).name());
      assertEquals(List.of("Operator", "admin"), server.methods().get(0).access().roles());
    }
  }

  @Test
  void handlerIsInitialisedOnceAndClosedAtTheEnd() throws ServletException {
    XmlRpcServlet servlet = started(Map.of("handler.lively", HERE + "$Lively"));
    assertEquals(List.of("made", "init of xmlrpc"), EVENTS);
    servlet.destroy();
    assertEquals(List.of("made", "init of xmlrpc", "closed"), EVENTS);
  }

  @Test
  void handlerThatCannotStartStopsTheDeploymentAndIsClosed() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - HERE$Failing cannot be created: java.io.IOException: no disk\
        """
            .replace("HERE", HERE),
        problems(Map.of("handler.f", HERE + "$Failing")));
    assertEquals(List.of("closed"), EVENTS);
  }

  @Test
  void configuredFactoryMakesTheHandlers() throws ServletException {
    XmlRpcServlet servlet =
        started(Map.of("handler.lively", HERE + "$Lively", "handler-factory", HERE + "$Factory"));
    assertEquals(List.of("factory", "made", "init of xmlrpc"), EVENTS);
    servlet.destroy();
  }

  @Test
  void factoryThatIsNoneIsReported() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - handler-factory: java.lang.Object is no dev.farcall.server.HandlerFactory\
        """,
        problems(
            Map.of("handler.lively", HERE + "$Lively", "handler-factory", "java.lang.Object")));
  }

  /** Tells of its life. */
  public static final class Watching implements ServletHandler, Interceptor, AutoCloseable {
    @Override
    public void init(ServletConfig config) {
      EVENTS.add("watching " + config.getServletName());
    }

    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      EVENTS.add(call.methodName());
      return next.call(call, context);
    }

    @Override
    public void close() {
      EVENTS.add("watched");
    }
  }

  /** Does not end as it should. */
  public static final class Stubborn implements ServletHandler, AutoCloseable {
    @Override
    public void init(ServletConfig config) {
      if (config.getInitParameter("max-depth") != null) {
        throw new AssertionError("no depth");
      }
    }

    public int one() {
      return 1;
    }

    @Override
    public void close() {
      EVENTS.add("closing");
      throw new AssertionError("stuck");
    }
  }

  @Test
  void errorAtTheEndKeepsNothingElseOpen() throws ServletException {
    XmlRpcServlet servlet =
        started(
            Map.of(
                "handler.a", HERE + "$Lively",
                "handler.b", HERE + "$Stubborn",
                "interceptors", HERE + "$Watching"));
    EVENTS.clear();
    servlet.destroy();
    assertEquals(List.of("closing", "closed", "watched"), EVENTS);
  }

  @Test
  void errorAtTheStartOfAHandlerClosesIt() {
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () -> started(Map.of("handler.b", HERE + "$Stubborn", "max-depth", "9")));
    assertEquals("no depth", e.getMessage());
    assertEquals("stuck", e.getSuppressed()[0].getMessage());
  }

  @Test
  void namedInterceptorIsInitialisedAndClosedAtTheEnd() throws ServletException {
    XmlRpcServlet servlet = started(Map.of("interceptors", HERE + "$Watching"));
    assertEquals(List.of("watching xmlrpc"), EVENTS);
    servlet.destroy();
    assertEquals(List.of("watching xmlrpc", "watched"), EVENTS);
  }

  @Test
  void namedInterceptorStandsAroundCalls() throws Exception {
    try (ServletFixture server = ServletFixture.start("interceptors", HERE + "$Watching")) {
      assertTrue(server.answers());
      assertEquals("test.echo", EVENTS.get(1));
    }
  }

  @Test
  void interceptorsThatAreNoneAreReported() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - interceptors: there is no class "no.Such" in the web application
         - interceptors: java.lang.Object is no dev.farcall.call.Interceptor
         - interceptors: dev.farcall.call.Interceptor cannot be made: \
        java.lang.InstantiationException: it is abstract\
        """,
        problems(
            Map.of("interceptors", "no.Such, java.lang.Object, dev.farcall.call.Interceptor")));
  }

  /** Needs a class that is not there. */
  public static final class Needy implements Interceptor {
    public Needy() {
      throw new NoClassDefFoundError("no/Such");
    }

    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      return next.call(call, context);
    }
  }

  /** Cannot even be loaded. */
  public static final class Unloadable implements Interceptor {
    private static final int NUMBER = Integer.parseInt("none");

    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      return MethodResponse.of(NUMBER);
    }
  }

  @Test
  void interceptorsThatFailAreReportedWithTheReason() {
    assertEquals(
        """
        servlet "xmlrpc" cannot start:
         - interceptors: dev.farcall.servlet.DeploymentTest$Needy cannot be made: \
        java.lang.NoClassDefFoundError: no/Such
         - interceptors: dev.farcall.servlet.DeploymentTest$Unloadable cannot be made: \
        java.lang.NumberFormatException: For input string: "none"\
        """,
        problems(Map.of("interceptors", HERE + "$Needy, " + HERE + "$Unloadable")));
  }

  /** Does not want to stand around anything. */
  public static final class Unwilling implements Interceptor {
    @Override
    public Endpoint around(Endpoint next) {
      throw new IllegalStateException("not around that");
    }

    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      return next.call(call, context);
    }
  }

  /** Fails in a way that nobody expects. */
  public static final class Broken implements ServletHandler, Interceptor {
    @Override
    public void init(ServletConfig config) {
      throw new AssertionError("broken");
    }

    @Override
    public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
      return next.call(call, context);
    }
  }

  @Test
  void handlersAreClosedWhenAnInterceptorThrows() {
    Map<String, String> params =
        Map.of("handler.lively", HERE + "$Lively", "interceptors", HERE + "$Unwilling");
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> started(params));
    assertEquals("not around that", e.getMessage());
    assertEquals(List.of("made", "init of xmlrpc", "closed"), EVENTS);
  }

  @Test
  void everythingIsClosedOnceInReverseOrderWhenTheContainerThrows() {
    ServletConfig config =
        config(Map.of("handler.lively", HERE + "$Lively", "interceptors", HERE + "$Watching"));
    ServletContext application = config.getServletContext();
    doThrow(new IllegalStateException("stopping"))
        .when(application)
        .setAttribute(eq(Draining.ATTRIBUTE + "xmlrpc"), any());
    XmlRpcServlet servlet = new XmlRpcServlet();
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> servlet.init(config));
    assertEquals("stopping", e.getMessage());
    List<String> expected =
        List.of("watching xmlrpc", "made", "init of xmlrpc", "closed", "watched");
    assertEquals(expected, EVENTS);
    servlet.destroy();
    assertEquals(expected, EVENTS);
  }

  @Test
  void whatWasMadeIsClosedWhenTheNextCannotBe() {
    Map<String, String> params = Map.of("interceptors", HERE + "$Watching, " + HERE + "$Broken");
    AssertionError e = assertThrows(AssertionError.class, () -> started(params));
    assertEquals("broken", e.getMessage());
    assertEquals(List.of("watching xmlrpc", "watched"), EVENTS);
  }

  @Test
  void classesAreLoadedFromTheWebApplication() throws ServletException {
    List<String> asked = new ArrayList<>();
    Thread.currentThread()
        .setContextClassLoader(
            new ClassLoader(loader) {
              @Override
              public Class<?> loadClass(String name) throws ClassNotFoundException {
                asked.add(name);
                return super.loadClass(name.equals("in.Webapp") ? HERE + "$Lively" : name);
              }
            });
    started(Map.of("handler.x", "in.Webapp")).destroy();
    assertEquals("in.Webapp", asked.get(0));
  }

  @Test
  void destroyWithoutInitDoesNothing() {
    XmlRpcServlet servlet = new XmlRpcServlet();
    servlet.destroy();
    assertNull(servlet.getServletConfig());
  }

  private static Declarations declarations(
      Path directory, String apacheFile, Map<String, String> params, Problems problems)
      throws IOException {
    Path file = directory.resolve(Declarations.APACHE_FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, apacheFile);
    ClassLoader webapp =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, DeploymentTest.class.getClassLoader());
    return new Declarations(params, new WebappClasses(webapp, problems));
  }

  private static List<String> names(Declarations declarations) {
    XmlRpcServer.Builder builder = XmlRpcServer.builder();
    declarations.addTo(builder);
    try (XmlRpcServer server = builder.build()) {
      return server.methods().stream()
          .map(MethodInfo::name)
          .filter(name -> !name.startsWith("system."))
          .toList();
    }
  }

  @Test
  void fileOfApacheXmlRpcDeclaresHandlers(@TempDir Path directory) throws IOException {
    Problems problems = new Problems();
    Declarations declarations =
        declarations(
            directory,
            "# old\nLively=" + HERE + "$Lively\n",
            Map.of("method.m", HERE + "$Lively#one"),
            problems);
    assertEquals(List.of("Lively.one", "m"), names(declarations));
    assertEquals(List.of(), problems.lines());
  }

  @Test
  void initParamCountsMoreThanTheFile(@TempDir Path directory) throws IOException {
    Declarations declarations =
        declarations(
            directory,
            "a=java.lang.Object\n",
            Map.of("handler.a", HERE + "$Lively"),
            new Problems());
    assertEquals(List.of("a.one"), names(declarations));
  }

  @Test
  void classThatTheFileNamesAndIsNotThereIsReported(@TempDir Path directory) throws IOException {
    Problems problems = new Problems();
    declarations(directory, "a=no.Such\n", Map.of(), problems);
    assertEquals(
        List.of(
            "a in "
                + directory.resolve(Declarations.APACHE_FILE).toUri().toURL()
                + ": there is no class \"no.Such\" in the web application"),
        problems.lines());
  }
}
