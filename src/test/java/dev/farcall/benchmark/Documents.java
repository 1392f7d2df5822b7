package dev.farcall.benchmark;

import dev.farcall.model.MethodCall;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the benchmarks read and write: a small call, 1 MB of structs, 3.5 MB of ints. */
@SuppressWarnings("ImmutableEnumChecker") // nothing changes them
public enum Documents {
  SMALL(() -> List.of(3, 2)),
  STRUCTS(() -> List.of(structs())),
  INTS(() -> List.of(ints()));

  static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  final List<Object> params;
  final byte[] call;

  Documents(Supplier<List<Object>> params) {
    this.params = params.get();
    this.call = call("sample.echo", this.params.toArray());
  }

  /** The value of the first parameter as the collections of the JDK, which both libraries write. */
  Object result() {
    return params.get(0);
  }

  /** The bytes of a call. */
  static byte[] call(String methodName, Object... params) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Codec codec = Codec.of(WireLimits.defaults(), Reading.STANDARD);
      codec.write(MethodCall.of(methodName, params), Dialect.PLAIN, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Map<String, Object>> structs() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Map<String, Object> address = new HashMap<>();
      address.put("street", "Long Lane " + i);
      address.put("city", "Springfield & Shelbyville");
      Map<String, Object> person = new HashMap<>();
      person.put("id", i);
      person.put("name", "Person number " + i);
      person.put("active", i % 2 == 0);
      person.put("balance", i * 1.25);
      person.put("address", address);
      list.add(person);
    }
    return list;
  }

  private static List<Integer> ints() {
    List<Integer> list = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      list.add(1_000_000_000 + i);
    }
    return list;
  }
}
