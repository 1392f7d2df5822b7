package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParametersTest {

  record Address(String zip) {}

  static final class Sample {
    public int add(int a, int b) {
      return a + b;
    }

    public int one(int a) {
      return a;
    }

    public int none() {
      return 0;
    }

    public String zip(Address address) {
      return address.zip();
    }

    public String who(String greeting, CallContext context, String mark) {
      return greeting + " " + context.peerAddress().orElse("nobody") + mark;
    }

    public String optional(String a, Optional<String> b, OptionalInt c, CallContext context) {
      return a + b.orElse("-") + c.orElse(0);
    }

    public String first(Optional<String> a, String b) {
      return a.orElse("-") + b;
    }

    public int sum(int first, int... rest) {
      return first + IntStream.of(rest).sum();
    }

    public String rows(int[]... rows) {
      return Arrays.deepToString(rows);
    }

    public String any(Object... all) {
      return Arrays.deepToString(all);
    }

    public String numbers(Number... all) {
      return Arrays.toString(all);
    }

    public int bytes(byte... bytes) {
      return bytes.length;
    }

    public Object echo(Object value) {
      return value;
    }
  }

  private final XmlRpcServer server = Servers.of("sample", new Sample());

  @Test
  void parametersBecomeArguments() {
    assertEquals(5, call(server, "sample.add", 2, 3));
  }

  @Test
  void wrongTypeNamesMethodParameterAndBothTypes() {
    assertEquals(
        "-32602 sample.add: params[1]: expected int, got string \"x\"",
        fault(server, "sample.add", 1, "x"));
  }

  @Test
  void wrongTypeInsideNamesThePath() {
    assertEquals(
        "-32602 sample.zip: params[0].zip: expected string, got int 7",
        fault(server, "sample.zip", new Struct().with("zip", 7)));
  }

  @Test
  void tooManyParametersNameTheRightOnes() {
    assertEquals(
        "-32602 sample.add takes 2 parameters (int, int), got 3",
        fault(server, "sample.add", 1, 2, 3));
  }

  @Test
  void oneParameterIsSingular() {
    assertEquals("-32602 sample.one takes 1 parameter (int), got 0", fault(server, "sample.one"));
  }

  @Test
  void noParametersNeedNoTypes() {
    assertEquals("-32602 sample.none takes 0 parameters, got 1", fault(server, "sample.none", 1));
  }

  @Test
  void contextIsNotPartOfTheSignature() {
    CallContext context = CallContext.builder().peerAddress("192.0.2.1").build();
    assertEquals(
        "hello 192.0.2.1!",
        server.call(dev.farcall.model.MethodCall.of("sample.who", "hello", "!"), context).value());
  }

  @Test
  void optionalsAtTheEndMayBeLeftOut() {
    assertEquals("a-0", call(server, "sample.optional", "a"));
    assertEquals("ab0", call(server, "sample.optional", "a", "b"));
    assertEquals("ab3", call(server, "sample.optional", "a", "b", 3));
  }

  @Test
  void optionalIsEmptyForNil() {
    assertEquals("a-3", call(server, "sample.optional", "a", null, 3));
  }

  @Test
  void optionalsShowInTheCount() {
    assertEquals(
        "-32602 sample.optional takes 1 to 3 parameters (string, [string], [int]), got 0",
        fault(server, "sample.optional"));
  }

  @Test
  void optionalBeforeOthersMustBeThere() {
    assertEquals("-b", call(server, "sample.first", null, "b"));
    assertEquals(
        "-32602 sample.first takes 2 parameters (string, string), got 1",
        fault(server, "sample.first", "b"));
  }

  @Test
  void lastArrayTakesTheRest() {
    assertEquals(6, call(server, "sample.sum", 1, 2, 3));
    assertEquals(1, call(server, "sample.sum", 1));
  }

  @Test
  void lastArrayTakesOneArray() {
    assertEquals(6, call(server, "sample.sum", 1, List.of(2, 3)));
  }

  @Test
  void wrongTypeInTheRestNamesItsParameter() {
    assertEquals(
        "-32602 sample.sum: params[2]: expected int, got string \"x\"",
        fault(server, "sample.sum", 1, 2, "x"));
  }

  @Test
  void missingBeforeTheRestNamesTheRight() {
    assertEquals(
        "-32602 sample.sum takes 1 or more parameters (int, int...), got 0",
        fault(server, "sample.sum"));
  }

  @Test
  void arrayOfArraysTakesEachAsOne() {
    assertEquals("[[1, 2]]", call(server, "sample.rows", List.of(1, 2)));
    assertEquals("[[1], [2]]", call(server, "sample.rows", List.of(1), List.of(2)));
  }

  @Test
  void arrayOfObjectsTakesAnArrayAsOne() {
    assertEquals("[[1, 2]]", call(server, "sample.any", List.of(1, 2)));
    assertEquals("[[1, 2], 3]", call(server, "sample.any", List.of(1, 2), 3));
    assertEquals("[1, 2]", call(server, "sample.any", 1, 2));
  }

  @Test
  void arrayOfNumbersTakesOneArray() {
    assertEquals("[1, 2.5]", call(server, "sample.numbers", List.of(1, 2.5)));
  }

  @Test
  void repeatedBytesAreOneBase64() {
    assertEquals(2, call(server, "sample.bytes", dev.farcall.Binary.of(new byte[] {1, 2})));
  }

  @Test
  void nilReachesAnObject() {
    assertNull(call(server, "sample.echo", Collections.singletonList(null).toArray()));
  }

  static final class Unmappable {
    public Thread first(Runtime runtime, ClassLoader loader) {
      return Thread.currentThread();
    }

    public void second(Process process) throws IOException {}
  }

  @Test
  void typesThatCannotTravelAreAllReported() {
    String problems = problems(XmlRpcServer.builder().handler("s", new Unmappable()));
    assertEquals(
        List.of(
            "Unmappable.first(Runtime, ClassLoader): parameter runtime",
            "Unmappable.first(Runtime, ClassLoader): parameter loader",
            "Unmappable.first(Runtime, ClassLoader): result",
            "Unmappable.second(Process): parameter process"),
        problems
            .lines()
            .map(line -> line.replaceFirst("^dev.farcall.server.ParametersTest.", ""))
            .map(line -> line.replaceFirst("^(.*?(result|parameter \\w+)):.*", "$1"))
            .toList());
  }
}
