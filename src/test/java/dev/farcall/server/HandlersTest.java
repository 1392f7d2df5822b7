package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HandlersTest {

  public static final class Counter implements AutoCloseable {
    private int count;
    int closed;

    public int next() {
      return ++count;
    }

    @Override
    public void close() {
      closed++;
    }
  }

  /** Remembers what it made and took back. */
  private static final class Recording implements HandlerFactory {
    final List<String> events = new ArrayList<>();

    @Override
    public Object create(Class<?> type) throws Exception {
      events.add("create " + type.getSimpleName());
      return new Constructors().create(type);
    }

    @Override
    public void release(Object handler) throws Exception {
      events.add("release " + handler.getClass().getSimpleName());
      HandlerFactory.super.release(handler);
    }
  }

  private final Recording factory = new Recording();

  private XmlRpcServer.Builder builder() {
    return XmlRpcServer.builder().handlerFactory(factory);
  }

  @Test
  void oneObjectServesTheApplication() {
    XmlRpcServer server = builder().handler("c", Counter.class).build();
    assertEquals(1, call(server, "c.next"));
    assertEquals(2, call(server, "c.next"));
    assertEquals(List.of("create Counter"), factory.events);
  }

  @Test
  void classDeclaredTwiceHasOneObject() {
    XmlRpcServer server =
        builder().handler("c", Counter.class).method("next", Counter.class, "next").build();
    assertEquals(1, call(server, "c.next"));
    assertEquals(2, call(server, "next"));
  }

  @Test
  void everyRequestHasAnObjectThatIsReleased() {
    XmlRpcServer server =
        builder().handler("c", Counter.class).instances(Instances.PER_REQUEST).build();
    assertEquals(List.of(), factory.events);
    assertEquals(1, call(server, "c.next"));
    assertEquals(1, call(server, "c.next"));
    assertEquals(
        List.of("create Counter", "release Counter", "create Counter", "release Counter"),
        factory.events);
  }

  public static final class Failing implements AutoCloseable {
    public void fail() {
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      throw new IllegalStateException("stuck");
    }
  }

  @Test
  void objectOfAFailedRequestIsReleased() {
    try (Logged log = new Logged()) {
      XmlRpcServer server =
          builder().handler("f", Failing.class).instances(Instances.PER_REQUEST).build();
      assertTrue(fault(server, "f.fail").startsWith("-32603 internal error, reference "));
      assertEquals(List.of("create Failing", "release Failing"), factory.events);
      assertEquals(
          "dev.farcall.server.HandlersTest$Failing was not released", log.messages().get(0));
    }
  }

  @Test
  void closeReleasesWhatTheFactoryMadeOnce() {
    XmlRpcServer server = builder().handler("c", Counter.class).build();
    server.close();
    server.close();
    assertEquals(List.of("create Counter", "release Counter"), factory.events);
  }

  @Test
  void closeClosesWhatWasHandedInOnce() {
    Counter counter = new Counter();
    XmlRpcServer server = builder().handler("a", counter).handler("b", counter).build();
    server.close();
    server.close();
    assertEquals(1, counter.closed);
  }

  @Test
  void closeGoesOnAfterAFailure() {
    Counter counter = new Counter();
    try (Logged log = new Logged()) {
      builder().handler("f", Failing.class).handler("c", counter).build().close();
      assertEquals(1, counter.closed);
      assertTrue(log.trace().startsWith("java.lang.IllegalStateException: stuck"), log.trace());
    }
  }

  @Test
  void closedServerStartsNoCall() {
    XmlRpcServer server = builder().handler("c", Counter.class).build();
    server.close();
    assertEquals("-32003 the server is closed, the call was not started", fault(server, "c.next"));
  }

  public static final class NeedsMore {
    public NeedsMore(int more) {}

    public int more() {
      return 1;
    }
  }

  public static final class Throwing {
    public Throwing() {
      throw new IllegalStateException("no database");
    }

    public int more() {
      return 1;
    }
  }

  interface Abstract {
    int more();
  }

  @Test
  void objectsThatCannotBeMadeAreAllReported() {
    assertEquals(
        """
        dev.farcall.server.HandlersTest$NeedsMore cannot be created: it has no constructor \
        without parameters
        dev.farcall.server.HandlersTest$Throwing cannot be created: \
        java.lang.IllegalStateException: no database
        dev.farcall.server.HandlersTest$Abstract cannot be created: it is abstract""",
        problems(
            builder()
                .handler("n", NeedsMore.class)
                .handler("t", Throwing.class)
                .handler("a", Abstract.class)));
  }

  @Test
  void causesOfProblemsAreKept() {
    DeclarationException e =
        assertThrows(
            DeclarationException.class, () -> builder().handler("t", Throwing.class).build());
    assertEquals("no database", e.getSuppressed()[0].getMessage());
  }

  @Test
  void objectsMadeBeforeAProblemAreReleasedAndThoseHandedInAreNot() {
    Counter counter = new Counter();
    problems(
        builder().handler("g", counter).handler("c", Counter.class).handler("t", Throwing.class));
    assertEquals(List.of("create Counter", "create Throwing", "release Counter"), factory.events);
    assertEquals(0, counter.closed);
  }

  @Test
  void objectsMadeAreReleasedWhenAnInterceptorThrows() {
    Counter counter = new Counter();
    XmlRpcServer.Builder builder =
        builder()
            .handler("g", counter)
            .handler("c", Counter.class)
            .interceptor(
                methods -> {
                  throw new IllegalStateException("no room for " + methods.size());
                });
    assertThrows(IllegalStateException.class, builder::build);
    assertEquals(List.of("create Counter", "release Counter"), factory.events);
    assertEquals(0, counter.closed);
  }

  @Test
  void factoryThatMakesAnotherTypeIsAProblem() {
    HandlerFactory wrong =
        new HandlerFactory() {
          @Override
          public Object create(Class<?> type) {
            return "text";
          }

          @Override
          public String toString() {
            return "wrong";
          }
        };
    assertEquals(
        "wrong made no dev.farcall.server.HandlersTest$Counter",
        problems(XmlRpcServer.builder().handlerFactory(wrong).handler("c", Counter.class)));
  }

  @Test
  void factoryThatFailsAtARequestIsAReference() {
    try (Logged log = new Logged()) {
      XmlRpcServer server =
          builder().handler("t", Throwing.class).instances(Instances.PER_REQUEST).build();
      assertTrue(fault(server, "t.more").startsWith("-32603 internal error, reference "));
      assertTrue(log.trace().contains("no database"));
    }
  }
}
