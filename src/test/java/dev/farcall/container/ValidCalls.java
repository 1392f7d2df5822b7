package dev.farcall.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.FaultException;
import dev.farcall.client.MultiCall;
import dev.farcall.client.XmlRpcClient;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls whose answers are known, with values that are different each time. */
final class ValidCalls {

  private static final int KINDS = 7;
  private static final int LARGE = 2_000;

  private final XmlRpcClient client;
  private final RandomGenerator random;

  ValidCalls(XmlRpcClient client, RandomGenerator random) {
    this.client = client;
    this.random = random;
  }

  /** Makes one of some kind. */
  void callOnce() {
    switch (random.nextInt(KINDS)) {
      case 0 -> power();
      case 1 -> bytes();
      case 2 -> struct();
      case 3 -> array();
      case 4 -> several();
      case 5 -> fault();
      default -> echo(text());
    }
  }

  private void echo(Object value) {
    assertEquals(value, client.call(Object.class, "sample.echo", value));
  }

  private void power() {
    int base = random.nextInt(-100, 100);
    assertEquals(base * base * base, client.call(int.class, "get_power", base, 3));
  }

  private void bytes() {
    byte[] bytes = new byte[random.nextInt(LARGE)];
    random.nextBytes(bytes);
    byte[] twice =
        client.call(
            byte[].class, "sample.reverse", client.call(byte[].class, "sample.reverse", bytes));
    assertArrayEquals(bytes, twice);
  }

  private void struct() {
    echo(
        Map.of(
            "int", random.nextInt(),
            "double", random.nextDouble(),
            "boolean", random.nextBoolean(),
            "<text>", text(),
            "list", List.of(List.of(), random.nextInt(), Map.of("a", text()))));
  }

  private void array() {
    echo(random.ints(random.nextInt(LARGE)).boxed().toList());
  }

  private void several() {
    MultiCall calls = client.multiCall();
    List<MultiCall.Result<Integer>> results =
        IntStream.range(0, 20).mapToObj(i -> calls.add(int.class, "sample.add", i, 1)).toList();
    MultiCall.Result<Object> fault = calls.add("sample.divide", 1, 0);
    calls.execute();
    for (int i = 0; i < results.size(); i++) {
      assertEquals(i + 1, results.get(i).get());
    }
    assertEquals(4, assertThrows(FaultException.class, fault::get).code());
  }

  private void fault() {
    String text = text();
    int code = random.nextInt(1, 1_000);
    FaultException fault =
        assertThrows(FaultException.class, () -> client.call("sample.fail", code, text));
    assertEquals(code, fault.code());
    assertEquals(text, fault.faultString());
  }

  private String text() {
    return random
        .ints(random.nextInt(40), 0, 4)
        .mapToObj(List.of("<&]]>", "\u00e4\u20ac", "\ud83d\ude00", " x\n")::get)
        .collect(Collectors.joining());
  }
}
