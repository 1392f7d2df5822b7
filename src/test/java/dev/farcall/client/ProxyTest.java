package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.TransportException;
import dev.farcall.XmlRpcMethod;
import dev.farcall.call.CallContext;
import dev.farcall.client.Shop.Article;
import dev.farcall.client.Shop.Color;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.wire.Dialect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One interface on both sides: a handler in our own servlet implements it, a proxy calls it. */
final class ProxyTest {

  private static JettyFixture jetty;
  private static XmlRpcClient client;
  private static Shop shop;

  @BeforeAll
  static void start() throws Exception {
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.shop", Shop.Handler.class.getName())
            .start();
    client = XmlRpcClient.builder(jetty.uri()).dialect(Dialect.PLAIN).build();
    shop = client.proxy(Shop.class, "shop");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    jetty.close();
  }

  @Test
  void primitivesComeBack() {
    assertEquals(7, shop.level("tea"));
  }

  @Test
  void recordsTravelBothWays() {
    Article tea = new Article("tea", LocalDate.of(2026, 11, 23), Color.GREEN);
    assertEquals(tea, shop.dye(new Article("tea", tea.since(), Color.RED), Color.GREEN));
  }

  @Test
  void genericsTravelBothWays() {
    assertEquals(
        Map.of("RED", List.of("rose"), "GREEN", List.of("tea", "mint")),
        shop.byColor(
            List.of(
                new Article("rose", LocalDate.EPOCH, Color.RED),
                new Article("tea", LocalDate.EPOCH, Color.GREEN),
                new Article("mint", LocalDate.EPOCH, Color.GREEN))));
  }

  @Test
  void nilIsNullOrEmpty() {
    assertNull(shop.nothing());
    assertEquals(Optional.empty(), shop.find("nothing"));
    assertEquals(Optional.of("tea"), shop.find("tea").map(Article::name));
  }

  @Test
  void nothingComesBackFromVoid() {
    shop.sell("tea");
    FaultException e = assertThrows(FaultException.class, () -> shop.sell("gold"));
    assertEquals("none left", e.faultString());
    assertEquals(12, e.code());
  }

  @Test
  void contextIsNotSent() {
    assertEquals("hello 127.0.0.1", shop.greet(CallContext.local(), "hello"));
  }

  @Test
  void manyAreSentOneByOne() {
    assertEquals("", shop.join());
    assertEquals("a", shop.join("a"));
    assertEquals("a+b+c", shop.join("a", "b", "c"));
  }

  @Test
  void manyBytesAreOneParameter() {
    assertArrayEquals(new byte[] {3, 2, 1}, shop.reverse((byte) 1, (byte) 2, (byte) 3));
  }

  @Test
  void whatIsEmptyIsLeftOutAtTheEnd() {
    assertEquals("a - -", shop.pick("a", Optional.empty(), OptionalInt.empty()));
    assertEquals("a b -", shop.pick("a", Optional.of("b"), OptionalInt.empty()));
    assertEquals("a - 3", shop.pick("a", Optional.empty(), OptionalInt.of(3)));
  }

  @Test
  void futuresHaveTheResult() throws Exception {
    assertEquals(10, shop.later(5).get());
    assertEquals("tea", shop.stage("tea").toCompletableFuture().get());
  }

  @Test
  void cancelledFutureEndsTheExchange() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Answering waiting =
        Answering.by(
            (call, context) -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                ended.countDown();
              }
              return MethodResponse.of(1);
            });
    CompletableFuture<Void> future = waiting.client().proxy(Plain.class).runLater();
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    assertTrue(future.cancel(true));
    assertTrue(ended.await(10, TimeUnit.SECONDS));
  }

  @Test
  void futuresHaveTheFault() {
    ExecutionException e = assertThrows(ExecutionException.class, () -> shop.later(-1).get());
    FaultException fault = assertInstanceOf(FaultException.class, e.getCause());
    assertEquals("negative", fault.faultString());
  }

  @Test
  void defaultMethodsRunHere() {
    assertEquals(14, shop.twice("tea"));
    assertEquals("tea: tea", shop.label("tea", "tea"));
  }

  @Test
  void closeIsNotSent() {
    Answering nobody = Answering.with(null);
    nobody.client().proxy(Shop.class).close();
    assertEquals(List.of(), nobody.names());
  }

  @Test
  void lifeCycleIsNotSent() {
    UnsupportedOperationException e =
        assertThrows(UnsupportedOperationException.class, () -> shop.open("key"));
    assertEquals(
        "dev.farcall.client.Shop.open(String) is for whoever runs the handler, and not exported",
        e.getMessage());
  }

  @Test
  void methodsOfObjectAreNotSent() {
    Answering nobody = Answering.with(null);
    Plain one = nobody.client().proxy(Plain.class, "a");
    Plain other = nobody.client().proxy(Plain.class, "a");
    assertEquals(one, one);
    assertNotEquals(one, other);
    assertEquals(one.hashCode(), one.hashCode());
    assertEquals(List.of(), nobody.names());
  }

  @Test
  void proxyPrintsWhatItCalls() {
    Transport transport =
        new Transport() {
          @Override
          public TransportReply send(TransportRequest request) {
            throw new AssertionError("nothing is sent");
          }

          @Override
          public String toString() {
            return "nowhere";
          }
        };
    String password = "secret";
    try (XmlRpcClient lost =
        XmlRpcClient.builder("http://user:" + password + "@localhost")
            .transport(transport)
            .build()) {
      String text = lost.proxy(Plain.class, "a.b").toString();
      assertTrue(text.startsWith("Plain over a.b.* -> Closed -> "), text);
      assertTrue(text.endsWith("nowhere -> http://localhost/RPC2"), text);
    }
  }

  @Test
  void namesAreThoseOfTheAnnotationBehindThePrefix() {
    Answering answering = Answering.with(1);
    XmlRpcClient recorded = answering.client();
    recorded.proxy(Named.class, "a").one();
    recorded.proxy(Named.class, "").one();
    recorded.proxy(Named.class).two();
    recorded.service("x").proxy(Named.class, "y").two();
    assertEquals(List.of("a.first.of.all", "first.of.all", "two", "x.y.two"), answering.names());
  }

  @Test
  void idempotentMethodsAreSentAgain() {
    int[] sent = {0};
    Transport broken =
        request -> {
          sent[0]++;
          throw new TransportException(request.uri(), Delivery.UNKNOWN, "broken", null);
        };
    try (XmlRpcClient lost = XmlRpcClient.builder("http://localhost").transport(broken).build()) {
      Named named = lost.proxy(Named.class);
      assertThrows(TransportException.class, named::one);
      assertEquals(2, sent[0]);
      assertThrows(TransportException.class, named::two);
      assertEquals(3, sent[0]);
    }
  }

  @Test
  void genericsOfInheritedMethodsAreResolved() {
    Answering answering = Answering.with(Map.of("name", "x", "since", "y", "color", "RED"));
    Articles articles = answering.client().proxy(Articles.class);
    MappingException e = assertThrows(MappingException.class, () -> articles.get(1));
    assertEquals("result.since: expected dateTime.iso8601, got string \"y\"", e.getMessage());
    articles.put(new Article("tea", LocalDate.EPOCH, Color.RED), List.of());
    assertEquals(
        "RED", ((Map<?, ?>) answering.params().get(0)).get("color"), answering.params()::toString);
  }

  @Test
  void annotationOfWhatIsOverriddenCounts() {
    Answering answering = Answering.with(1);
    answering.client().proxy(Renamed.class).one();
    assertEquals(List.of("first.of.all"), answering.names());
  }

  @Test
  void manyOfAGenericTypeAreSentOneByOne() {
    Answering answering = Answering.with(null);
    Articles articles = answering.client().proxy(Articles.class);
    Article tea = new Article("tea", LocalDate.EPOCH, Color.RED);
    articles.putAll(Optional.empty(), tea, tea);
    assertEquals(3, answering.params().size());
    assertNull(answering.params().get(0));
    articles.putAll(Optional.of("shelf"));
    assertEquals(List.of("shelf"), answering.params());
    articles.putAll(Optional.empty());
    assertEquals(List.of(), answering.params());
  }

  @Test
  void nilIsNoPrimitive() {
    Named named = Answering.with(null).client().proxy(Named.class);
    MappingException e = assertThrows(MappingException.class, named::two);
    assertEquals("result: expected int, got nil", e.getMessage());
  }

  @Test
  void voidTakesAnything() {
    Answering.with(null).client().proxy(Plain.class).run();
    Answering.with(List.of(1)).client().proxy(Plain.class).run();
    assertNull(Answering.with(5).client().proxy(Plain.class).runLater().join());
  }

  @Test
  void objectIsWhateverComes() {
    assertEquals(5L, Answering.with(5L).client().proxy(Plain.class).anything());
    assertNull(Answering.with(null).client().proxy(Plain.class).anything());
  }

  @Test
  void parametersThatCannotTravelAreToldWithTheirPlace() {
    Plain plain = Answering.with(1).client().proxy(Plain.class);
    MappingException e =
        assertThrows(MappingException.class, () -> plain.take("x", List.of(1, new Thread())));
    assertEquals(
        "params[1][1]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        e.getMessage());
  }

  @Test
  void platformInterfacesWork() {
    Answering answering = Answering.by((call, context) -> doubled(call));
    IntUnaryOperator operator = answering.client().proxy(IntUnaryOperator.class, "math");
    assertEquals(20, operator.andThen(operator).applyAsInt(5));
    assertEquals(List.of("math.applyAsInt", "math.applyAsInt"), answering.names());
  }

  private static MethodResponse doubled(MethodCall call) {
    return MethodResponse.of(2 * (Integer) call.params().get(0));
  }

  @Test
  void whatIsThrownByDefaultMethodsIsThrown() {
    Plain plain = Answering.with(1).client().proxy(Plain.class);
    Exception e = assertThrows(Exception.class, plain::fail);
    assertEquals("checked", e.getMessage());
  }

  @Test
  void classIsNoInterface() {
    assertEquals("java.lang.String is not an interface", problems(String.class));
  }

  @Test
  void sealedInterfaceHasNoProxies() {
    assertEquals(
        Sealed.class.getName() + " is sealed, nobody can extend it", problems(Sealed.class));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    String name = Wrong.class.getName();
    assertEquals(
        name
            + ".bare() has neither a body nor @XmlRpcMethod, which others of "
            + name
            + " carry, so that no server would export it\n"
            + name
            + ".result(): result: List<Thread>[]: java.lang.Thread cannot travel: there is no XML-RPC type for it\n"
            + name
            + ".take(int, Holder): parameter holder: Holder.thread: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        problems(Wrong.class));
  }

  private static String problems(Class<?> type) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Answering.with(1).client().proxy(type));
    return String.join("\n", String.valueOf(e.getMessage()).lines().toList());
  }

  interface Plain {
    void run();

    CompletableFuture<Void> runLater();

    @Nullable Object anything();

    int take(String text, List<Object> list);

    default void fail() throws Exception {
      throw new Exception("checked");
    }
  }

  interface Named {
    @XmlRpcMethod(name = "first.of.all", idempotent = true)
    int one();

    @XmlRpcMethod
    int two();
  }

  interface Renamed extends Named {
    @Override
    int one();
  }

  interface Store<T> {
    T get(int id);

    void put(T item, List<T> more);

    @SuppressWarnings("unchecked")
    void putAll(Optional<String> shelf, T... items);
  }

  interface Articles extends Store<Article> {}

  sealed interface Sealed {}

  record OnlyCase() implements Sealed {}

  record Holder(Thread thread) {}

  interface Wrong {
    @XmlRpcMethod
    List<Thread> result();

    @XmlRpcMethod
    void take(int number, Holder holder);

    void bare();

    default void fine() {}
  }
}
