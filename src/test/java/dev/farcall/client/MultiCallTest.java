package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.Delivery;
import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.Struct;
import dev.farcall.TransportException;
import dev.farcall.call.Endpoint;
import dev.farcall.client.MultiCall.Result;
import dev.farcall.mapping.TypeRef;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several calls as one: with our own servlet, and with servers of all kinds. */
final class MultiCallTest {

  private static JettyFixture jetty;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", "dev.farcall.examples.Sample")
            .start();
    client = XmlRpcClient.builder(jetty.uri()).build();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    jetty.close();
  }

  @Test
  void resultsAreOfTheTypesAskedFor() {
    MultiCall calls = client.multiCall();
    Result<Integer> nine = calls.add(int.class, "sample.get_power", 3, 2);
    Result<List<String>> names = calls.add(new TypeRef<List<String>>() {}, "system.listMethods");
    Result<@Nullable Object> text = calls.add("sample.echo", "x");
    List<Result<?>> all = calls.execute();
    assertEquals(9, nine.get());
    assertTrue(names.get().contains("sample.echo"));
    assertEquals("x", text.get());
    assertEquals(List.of(nine, names, text), all);
  }

  @Test
  void faultIsThrownWhereItIsRead() {
    MultiCall calls = client.multiCall();
    Result<Double> before = calls.add(double.class, "sample.divide", 3, 2);
    Result<Double> failed = calls.add(double.class, "sample.divide", 3, 0);
    Result<Double> missing = calls.add(double.class, "no.such");
    Result<Double> behind = calls.add(double.class, "sample.divide", 1, 2);
    calls.execute();
    assertEquals(1.5, before.get());
    assertEquals(Optional.empty(), before.fault());
    assertEquals("division by zero", failed.fault().orElseThrow().faultString());
    FaultException e = assertThrows(FaultException.class, failed::get);
    assertEquals("division by zero", e.faultString());
    assertEquals(-32601, missing.fault().orElseThrow().code());
    assertEquals(0.5, behind.get());
  }

  @Test
  void methodsAreThoseOfTheService() {
    MultiCall calls = client.service("sample").multiCall();
    Result<Integer> nine = calls.add(int.class, "get_power", 3, 2);
    calls.execute();
    assertEquals(9, nine.get());
  }

  @Test
  void futureHasTheResults() throws Exception {
    MultiCall calls = client.multiCall();
    Result<Integer> nine = calls.add(int.class, "sample.get_power", 3, 2);
    assertEquals(List.of(nine), calls.executeAsync().get());
    assertEquals(9, nine.get());
  }

  @Test
  void interfaceAddsCalls() throws Exception {
    MultiCall calls = client.multiCall();
    AsyncSample sample = calls.proxy(AsyncSample.class, "sample");
    CompletableFuture<Long> nine = sample.get_power(3, 2);
    CompletableFuture<Double> failed = sample.divide(1, 0);
    assertFalse(nine.isDone());
    calls.execute();
    assertEquals(9, nine.get());
    ExecutionException e = assertThrows(ExecutionException.class, failed::get);
    FaultException fault = assertInstanceOf(FaultException.class, e.getCause());
    assertEquals("division by zero", fault.faultString());
  }

  @Test
  void futuresOfAnInterfaceFailWithTheWhole() {
    MultiCall calls = Answering.withFault(3, "not today").client().multiCall();
    CompletableFuture<Long> nine = calls.proxy(AsyncSample.class).get_power(3, 2);
    FaultException e = assertThrows(FaultException.class, calls::execute);
    ExecutionException failed = assertThrows(ExecutionException.class, nine::get);
    assertSame(e, assertInstanceOf(IllegalStateException.class, failed.getCause()).getCause());
  }

  @Test
  void interfaceForCallsHasFuturesOnly() {
    MultiCall calls = client.multiCall();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> calls.proxy(Waiting.class, "sample"));
    assertEquals(
        Waiting.class.getName()
            + ".add(int, int): result: only a CompletableFuture can wait until the multicall is"
            + " executed",
        e.getMessage());
  }

  @Test
  void nothingIsSentForNoCalls() {
    Answering nobody = Answering.with(List.of());
    assertEquals(List.of(), nobody.client().multiCall().execute());
    assertEquals(List.of(), nobody.names());
  }

  @Test
  void callsAreSentAsOneInOrder() {
    Answering answering = Answering.withItems(List.of(1), List.of(2));
    MultiCall calls = answering.client().multiCall();
    calls.add("a", "x", null);
    calls.add("b");
    calls.execute();
    assertEquals(List.of("system.multicall"), answering.names());
    assertEquals(
        List.of(
            List.of(
                new Struct().with("methodName", "a").with("params", Arrays.asList("x", null)),
                new Struct().with("methodName", "b").with("params", List.of()))),
        answering.params());
  }

  @Test
  void structIsNoFault() {
    Struct struct = new Struct().with("faultCode", 1).with("faultString", "a value");
    Result<@Nullable Object> result = only(Answering.withItems(List.of(struct)));
    assertEquals(struct, result.get());
  }

  @Test
  void faultKeepsWhateverItHas() {
    Struct struct =
        new Struct().with("cause", "c").with("faultString", "text").with("faultCode", 7);
    FaultException e = only(Answering.withItems(struct)).fault().orElseThrow();
    assertEquals(7, e.code());
    assertEquals("text", e.faultString());
    assertEquals(struct, e.members());
  }

  @Test
  void faultMayLackItsCode() {
    FaultException e =
        only(Answering.withItems(new Struct().with("faultString", "text"))).fault().orElseThrow();
    assertEquals("0 text", e.code() + " " + e.faultString());
  }

  /** As Supervisor answers. */
  @Test
  void resultsWithoutArraysAroundThem() {
    Struct fault = new Struct().with("faultCode", 10).with("faultString", "BAD_NAME");
    MultiCall calls =
        Answering.withItems(5, new Struct().with("a", 1), List.of("x"), null, fault)
            .client()
            .multiCall();
    List<Result<?>> results = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      results.add(calls.add("m"));
    }
    calls.execute();
    assertEquals(5, results.get(0).get());
    assertEquals(new Struct().with("a", 1), results.get(1).get());
    assertEquals(List.of("x"), results.get(2).get());
    assertNull(results.get(3).get());
    assertEquals("BAD_NAME", results.get(4).fault().orElseThrow().faultString());
  }

  @Test
  void resultOfAnotherTypeIsToldWithItsPlace() {
    MultiCall calls =
        Answering.withItems(List.of(1), List.of(List.of(1, "x"))).client().multiCall();
    Result<Integer> one = calls.add(int.class, "a");
    Result<List<Integer>> wrong = calls.add(new TypeRef<List<Integer>>() {}, "b");
    calls.execute();
    assertEquals(1, one.get());
    MappingException e = assertThrows(MappingException.class, wrong::get);
    assertEquals("results[1][1]: expected int, got string \"x\"", e.getMessage());
    assertEquals(Optional.empty(), wrong.fault());
  }

  @Test
  void wrongNumberOfResultsIsTold() {
    MultiCall calls = Answering.withItems(List.of(1)).client().multiCall();
    Result<@Nullable Object> first = calls.add("a");
    calls.add("b");
    MappingException e = assertThrows(MappingException.class, calls::execute);
    assertEquals(
        "result: expected an array with a result for each of 2 calls, got one of 1",
        e.getMessage());
    IllegalStateException none = assertThrows(IllegalStateException.class, first::get);
    assertEquals(
        "the multicall failed before this call was answered: " + e.getMessage(), none.getMessage());
    assertSame(e, none.getCause());
  }

  @Test
  void answerThatIsNoArrayIsTold() {
    MultiCall calls = Answering.with(new Struct()).client().multiCall();
    calls.add("a");
    MappingException e = assertThrows(MappingException.class, calls::execute);
    assertEquals("result: expected array, got struct", e.getMessage());
  }

  @Test
  void faultOfTheWholeIsThrown() {
    Answering failing = Answering.withFault(3, "not today");
    MultiCall calls = failing.client().multiCall();
    Result<@Nullable Object> result = calls.add("a");
    FaultException e = assertThrows(FaultException.class, calls::execute);
    assertEquals("not today", e.faultString());
    assertEquals(1, failing.calls().size());
    assertThrows(IllegalStateException.class, result::get);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -32601 | server error. requested method system.multicall does not exist.
          -32601 | Method not found
          -506   | Method 'system.multicall' not defined
          0      | No such handler: system.multicall
          1      | <class 'Exception'>:method "system.multicall" is not supported
          8001   | procedure system.multicall not found
          -99    | Method system.multicall missing or wrong number of parameters!
          201    | Unknown method: system.multicall
          """)
  void serversWithoutItAreSentOneCallAfterTheOther(int code, String text) {
    Answering answering = Answering.by(lacking(code, text));
    MultiCall calls = answering.client().multiCall();
    Result<String> first = calls.add(String.class, "a", 1);
    Result<Integer> second = calls.add(int.class, "b");
    calls.execute();
    assertEquals(List.of("system.multicall", "a", "b"), answering.names());
    assertEquals("a", first.get());
    MappingException e = assertThrows(MappingException.class, second::get);
    assertEquals("results[1]: expected int, got string \"b\"", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -32601 | method not found: b
          -506   | Method 'b' not defined
          1      | method "b" is not supported
          1      | system.multicall: no such method b
          4      | system.multicall failed
          4      | unknown user
          """)
  void serversThatMayHaveRunSomeAreNot(int code, String text) {
    Answering answering = Answering.by(lacking(code, text));
    MultiCall calls = answering.client().multiCall();
    calls.add("a");
    calls.add("b");
    FaultException e = assertThrows(FaultException.class, calls::execute);
    assertEquals(text, e.faultString());
    assertEquals(List.of("system.multicall"), answering.names());
  }

  @Test
  void faultsOfSingleCallsDoNotStopThoseBehind() {
    Answering answering =
        Answering.by(
            (call, context) ->
                call.methodName().equals("c")
                    ? MethodResponse.of(3)
                    : MethodResponse.of(new Fault(-32601, "gone")));
    MultiCall calls = answering.client().multiCall();
    Result<@Nullable Object> first = calls.add("b");
    Result<@Nullable Object> second = calls.add("c");
    calls.execute();
    assertEquals("gone", first.fault().orElseThrow().faultString());
    assertEquals(3, second.get());
  }

  @Test
  void singleCallWithoutAnswerEndsTheRest() {
    Answering answering =
        Answering.by(
            (call, context) ->
                switch (call.methodName()) {
                  case "a" -> MethodResponse.of(1);
                  case "b" ->
                      throw new TransportException(
                          URI.create("http://localhost/RPC2"), Delivery.UNKNOWN, "broken", null);
                  default -> MethodResponse.of(new Fault(-32601, "gone"));
                });
    MultiCall calls = answering.client().multiCall();
    Result<@Nullable Object> first = calls.add("a");
    Result<@Nullable Object> second = calls.add("b");
    Result<@Nullable Object> third = calls.add("c");
    TransportException e = assertThrows(TransportException.class, calls::execute);
    assertEquals(List.of("system.multicall", "a", "b"), answering.names());
    assertEquals(1, first.get());
    assertSame(e, assertThrows(IllegalStateException.class, second::get).getCause());
    assertEquals(
        "the multicall failed before this call was answered: http://localhost/RPC2: broken",
        assertThrows(IllegalStateException.class, third::get).getMessage());
  }

  @Test
  void resultIsNotReadBeforeItIsThere() {
    Result<@Nullable Object> result = client.multiCall().add("a");
    IllegalStateException e = assertThrows(IllegalStateException.class, result::get);
    assertEquals("the multicall was not executed yet", e.getMessage());
    assertThrows(IllegalStateException.class, result::fault);
  }

  @Test
  void callsAreExecutedOnce() {
    MultiCall calls = Answering.withItems().client().multiCall();
    calls.execute();
    IllegalStateException e = assertThrows(IllegalStateException.class, calls::execute);
    assertEquals("this multicall was executed already; make another", e.getMessage());
    assertThrows(IllegalStateException.class, calls::executeAsync);
    assertThrows(IllegalStateException.class, () -> calls.add("a"));
  }

  @Test
  void multicallIsNotNested() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> client.service("system").multiCall().add("multicall", List.of()));
    assertEquals("system.multicall cannot be called from within itself", e.getMessage());
  }

  @Test
  void parametersThatCannotTravelAreTold() {
    MappingException e =
        assertThrows(MappingException.class, () -> client.multiCall().add("a", 1, new Object()));
    assertEquals(
        "params[1]: java.lang.Object cannot travel: there is no XML-RPC type for it",
        e.getMessage());
  }

  private static Result<@Nullable Object> only(Answering answering) {
    MultiCall calls = answering.client().multiCall();
    Result<@Nullable Object> result = calls.add("a");
    calls.execute();
    return result;
  }

  /** Answers each method with its name, but has no multicall. */
  private static Endpoint lacking(int code, String text) {
    return (call, context) ->
        call.methodName().equals("system.multicall")
            ? MethodResponse.of(new Fault(code, text))
            : MethodResponse.of(call.methodName());
  }

  @SuppressWarnings("MemberName")
  interface AsyncSample {
    CompletableFuture<Long> get_power(int base, int exponent);

    CompletableFuture<Double> divide(double dividend, double divisor);
  }

  interface Waiting {
    int add(int a, int b);
  }
}
