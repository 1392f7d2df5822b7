package dev.farcall.cli;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.XmlRpcException;
import dev.farcall.cli.Verdict.Kind;
import dev.farcall.client.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The eight methods of the validator suite that XML-RPC's authors published in 1998. */
final class Validator1Checks {

  private static final String PREFIX = "validator1.";

  private static final Struct STOOGES =
      new Struct().with("moe", 5).with("larry", -6).with("curly", 3);
  private static final String ENTITIES = "<<<>>&&&&'\"\" and nothing";
  private static final List<Object> MANY =
      List.of(
          -12,
          true,
          "a < b & c",
          -1.25,
          DateTime.parse("19980717T14:08:55"),
          Binary.of(new byte[] {0, 1, (byte) 255}));

  private static final Map<String, Check> CHECKS = new LinkedHashMap<>();

  static {
    add("arrayOfStructsTest", 6, List.of(STOOGES, STOOGES));
    add(
        "countTheEntities",
        new Struct()
            .with("ctLeftAngleBrackets", 3)
            .with("ctRightAngleBrackets", 2)
            .with("ctAmpersands", 4)
            .with("ctApostrophes", 1)
            .with("ctQuotes", 2),
        ENTITIES);
    add("easyStructTest", 2, STOOGES);
    add(
        "echoStructTest",
        new Struct(STOOGES).with("sub", STOOGES),
        new Struct(STOOGES).with("sub", STOOGES));
    add("manyTypesTest", MANY, MANY.toArray());
    add("moderateSizeArrayCheck", "word 0word 149", strings());
    add("nestedStructTest", 2, calendar());
    add(
        "simpleStructReturnTest",
        new Struct().with("times10", -70).with("times100", -700).with("times1000", -7000),
        -7);
  }

  private Validator1Checks() {}

  /** Whether the server has them. */
  static boolean areThere(Service server, List<String> methods) {
    if (!methods.isEmpty()) {
      return methods.stream().anyMatch(method -> method.startsWith(PREFIX));
    }
    try {
      Object unused = server.call(PREFIX + "simpleStructReturnTest", 1);
      return true;
    } catch (FaultException e) {
      return false;
    }
  }

  /** The verdict on each of them, by its name without the prefix. */
  static Map<String, Verdict> run(Service server) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    CHECKS.forEach((name, check) -> verdicts.put(name, check.run(server, PREFIX + name)));
    return verdicts;
  }

  private static void add(String name, Object expected, Object... params) {
    CHECKS.put(name, new Check(List.of(params), expected));
  }

  private static List<String> strings() {
    return IntStream.range(0, 150).mapToObj(i -> "word " + i).toList();
  }

  /** Years of months of days, of which nearly all are empty. */
  private static Struct calendar() {
    return new Struct().with("1999", months(new Struct())).with("2000", months(STOOGES));
  }

  private static Struct months(Struct firstOfApril) {
    Struct months = new Struct();
    for (int month = 1; month <= 12; month++) {
      Struct days = new Struct();
      for (int day = 1; day <= 30; day++) {
        days.put(twoDigits(day), month == 4 && day == 1 ? firstOfApril : new Struct());
      }
      months.put(twoDigits(month), days);
    }
    return months;
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  /** What is sent, and what has to come back. */
  private record Check(List<Object> params, Object expected) {

    Verdict run(Service server, String method) {
      try {
        Object result = server.call(method, params.toArray());
        return expected.equals(result)
            ? Verdict.of(Kind.PASSED, "")
            : Verdict.of(Kind.FAILED, "expected " + shown(expected) + ", got " + shown(result));
      } catch (FaultException e) {
        return Verdict.of(Kind.FAILED, "fault " + e.code() + ": " + e.faultString());
      } catch (XmlRpcException e) {
        return Verdict.of(Kind.FAILED, CommandFailure.reason(e));
      }
    }

    private static String shown(@Nullable Object value) {
      return Json.of(value).replaceAll("\\s*\n\\s*", " ");
    }
  }
}
