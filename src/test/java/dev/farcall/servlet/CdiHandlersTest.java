package dev.farcall.servlet;

import static dev.farcall.servlet.ServletFixture.document;
import static dev.farcall.servlet.ServletFixture.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.farcall.server.HandlerFactory;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletConfig;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CdiHandlersTest {

  private static final String HERE = CdiHandlersTest.class.getName();
  private static final List<String> EVENTS = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private WeldContainer cdi;

  @BeforeEach
  void startCdi() {
    EVENTS.clear();
    cdi =
        new Weld()
            .disableDiscovery()
            .beanClasses(Greeting.class, Shared.class, Own.class, Only.class)
            .initialize();
  }

  @AfterEach
  void stopCdi() {
    cdi.close();
  }

  /** What is injected. */
  @Dependent
  public static class Greeting {
    String text() {
      return "good morning";
    }
  }

  /** One for all. */
  @ApplicationScoped
  public static class Shared {
    @Inject Greeting greeting;

    public String greet() {
      return greeting.text();
    }

    @PreDestroy
    void end() {
      EVENTS.add("shared ended");
    }
  }

  /** One for all, without a proxy, that would notice if it were closed or started twice. */
  @Singleton
  public static class Only implements ServletHandler, AutoCloseable {
    @Override
    public void init(ServletConfig config) {
      EVENTS.add("only knows the servlet");
    }

    public String greet() {
      return "hello";
    }

    @Override
    public void close() {
      EVENTS.add("only was closed");
    }
  }

  /** One for whoever asks. */
  @Dependent
  public static class Own implements ServletHandler {
    @Inject Greeting greeting;

    @Override
    public void init(ServletConfig config) {
      EVENTS.add("own knows the servlet");
    }

    public String greet() {
      return greeting.text();
    }

    @PreDestroy
    void end() {
      EVENTS.add("own ended");
    }
  }

  private static Object call(ServletFixture server, String method) throws Exception {
    return String.valueOf(value(server.call(document(method)).body()));
  }

  @Test
  void sharedBeanIsCalledAndOutlivesTheServlet() throws Exception {
    try (ServletFixture server = ServletFixture.start("handler.shared", HERE + "$Shared")) {
      assertEquals("good morning", call(server, "shared.greet"));
    }
    assertEquals(List.of(), EVENTS);
  }

  @Test
  void dependentBeanIsInitialisedAndEndsWithTheServlet() throws Exception {
    try (ServletFixture server = ServletFixture.start("handler.own", HERE + "$Own")) {
      assertEquals("good morning", call(server, "own.greet"));
      assertEquals(List.of("own knows the servlet"), EVENTS);
    }
    assertEquals(List.of("own knows the servlet", "own ended"), EVENTS);
  }

  @Test
  void dependentBeanForEachRequestEndsWithIt() throws Exception {
    try (ServletFixture server =
        ServletFixture.start("handler.own", HERE + "$Own", "instances", "request")) {
      assertEquals("good morning", call(server, "own.greet"));
      assertEquals(List.of("own knows the servlet", "own ended"), EVENTS);
    }
  }

  @Test
  void sharedBeanForEachRequestIsInitialisedOnceAndNeverClosed() throws Exception {
    try (ServletFixture server =
        ServletFixture.start("handler.only", HERE + "$Only", "instances", "request")) {
      assertEquals("hello", call(server, "only.greet"));
      assertEquals("hello", call(server, "only.greet"));
    }
    assertEquals(List.of("only knows the servlet"), EVENTS);
  }

  @Test
  void sharedBeanOfTwoRequestsAtATimeIsNotClosed() throws Exception {
    HandlerFactory factory = CdiHandlers.around(HandlerFactory.constructors());
    Object first = factory.create(Only.class);
    assertSame(first, factory.create(Only.class));
    factory.release(first);
    factory.release(first);
    assertEquals(List.of(), EVENTS);
  }

  @Test
  void classThatIsNoBeanIsMadeByItsConstructor() throws Exception {
    try (ServletFixture server = ServletFixture.start()) {
      assertEquals(true, server.answers());
    }
  }
}
