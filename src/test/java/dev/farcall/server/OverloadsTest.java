package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.XmlRpcMethod;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OverloadsTest {

  @SuppressWarnings("unused") // only which one is called matters
  static final class Sample {
    public String f(int a) {
      return "int";
    }

    public String f(int a, int b) {
      return "int, int";
    }

    public String f(String a, int b) {
      return "string, int";
    }

    public String f(double a, int b) {
      return "double, int";
    }

    public String wide(double a) {
      return "double";
    }

    public String wide(long a) {
      return "i8";
    }

    public String any(Object a) {
      return "any";
    }

    public String any(int a) {
      return "int";
    }

    public String rest(int a) {
      return "one";
    }

    public String rest(int... a) {
      return "many";
    }

    public String tail(String a, Optional<String> b) {
      return "text";
    }

    public String tail(int a) {
      return "number";
    }

    public String nil(int a) {
      return "int";
    }

    public String nil(String a) {
      return "text " + a;
    }

    public String range(byte a) {
      return "byte";
    }

    public String range(long a) {
      return "long";
    }

    public String range(boolean a) {
      return "boolean";
    }

    public String exact(double a) {
      return "double";
    }

    public String exact(BigDecimal a) {
      return "decimal " + a;
    }

    public String small(byte a) {
      return "byte";
    }

    public String small(char a) {
      return "char";
    }
  }

  private final XmlRpcServer server = Servers.of("sample", new Sample());

  @Test
  void numberOfArgumentsDecides() {
    assertEquals("int", call(server, "sample.f", 1));
  }

  @Test
  void exactTypesBeatWidening() {
    assertEquals("int, int", call(server, "sample.f", 1, 2));
    assertEquals("double, int", call(server, "sample.f", 1.0, 2));
    assertEquals("string, int", call(server, "sample.f", "1", 2));
  }

  @Test
  void narrowerOfTwoWideningsIsPreferred() {
    assertEquals("i8", call(server, "sample.wide", 1));
  }

  @Test
  void declaredTypeBeatsObject() {
    assertEquals("int", call(server, "sample.any", 1));
    assertEquals("any", call(server, "sample.any", "1"));
  }

  @Test
  void fixedNumberBeatsRepetition() {
    assertEquals("one", call(server, "sample.rest", 1));
    assertEquals("many", call(server, "sample.rest", 1, 2));
    assertEquals("many", call(server, "sample.rest", List.of(1)));
    assertEquals("many", call(server, "sample.rest"));
  }

  @Test
  void optionalMayBeLeftOutOfAnOverload() {
    assertEquals("text", call(server, "sample.tail", "a"));
    assertEquals("text", call(server, "sample.tail", "a", "b"));
    assertEquals("number", call(server, "sample.tail", 1));
  }

  @Test
  void overloadThatRefusesTheValueLeavesItToTheNext() {
    assertEquals("text null", call(server, "sample.nil", (Object) null));
    assertEquals("byte", call(server, "sample.range", 100));
    assertEquals("long", call(server, "sample.range", 300));
    assertEquals("double", call(server, "sample.exact", 9007199254740992L));
    assertEquals("decimal 9007199254740993", call(server, "sample.exact", 9007199254740993L));
  }

  @Test
  void refusalOfTheBestIsReportedWhenNoneTakesTheValue() {
    assertEquals(
        "-32602 sample.small: params[0]: expected int from -128 to 127, got int 300",
        fault(server, "sample.small", 300));
    assertEquals(
        "-32602 sample.small: params[0]: expected int, got nil",
        fault(server, "sample.small", (Object) null));
  }

  @Test
  void noOverloadForTheTypesListsWhatThereIs() {
    assertEquals(
        "-32602 no sample.f takes (string, string); there are (int), (int, int), (double, int),"
            + " (string, int)",
        fault(server, "sample.f", "a", "b"));
  }

  @Test
  void longListOfTypesIsCut() {
    assertEquals(
        "-32602 no sample.any takes (" + "int, ".repeat(20) + "...); there are (int), (undefined)",
        fault(server, "sample.any", Collections.nCopies(1000, 1).toArray()));
  }

  static final class SameTypes {
    @XmlRpcMethod(name = "x")
    public int a(int a) {
      return a;
    }

    @XmlRpcMethod(name = "x")
    public int b(Integer b) {
      return b;
    }
  }

  @Test
  void sameNameAndWireTypesIsAProblem() {
    assertEquals(
        "s.x(int) is exported more than once:"
            + " dev.farcall.server.OverloadsTest$SameTypes.a(int),"
            + " dev.farcall.server.OverloadsTest$SameTypes.b(Integer)",
        problems(XmlRpcServer.builder().handler("s", new SameTypes())));
  }

  @SuppressWarnings("unused")
  static final class Overlapping {
    public int f(String a) {
      return 1;
    }

    public int f(String a, Optional<String> b) {
      return 2;
    }
  }

  @Test
  void optionalThatMakesTwoAlikeIsAProblem() {
    assertEquals(
        "f(string, [string]) is exported more than once:"
            + " dev.farcall.server.OverloadsTest$Overlapping.f(String),"
            + " dev.farcall.server.OverloadsTest$Overlapping.f(String, Optional)",
        problems(XmlRpcServer.builder().handler("", new Overlapping())));
  }

  static final class Other {
    public String f(boolean a) {
      return "boolean " + a;
    }

    public String wide(double a) {
      return "mine " + a;
    }
  }

  @Test
  void twoHandlersMayShareANameWithDifferentTypes() {
    XmlRpcServer both =
        XmlRpcServer.builder()
            .handler("s", new Other())
            .method("s.f", Integer.class, String.class, (Integer a) -> "int " + a)
            .build();
    assertEquals("boolean true", call(both, "s.f", true));
    assertEquals("int 1", call(both, "s.f", 1));
  }

  @Test
  void twoHandlersWithOneNameAndTypesAreAProblem() {
    assertEquals(
        "sample.wide(double) is exported more than once:"
            + " dev.farcall.server.OverloadsTest$Other.wide(double),"
            + " dev.farcall.server.OverloadsTest$Sample.wide(double),"
            + " dev.farcall.server.OverloadsTest$Sample.wide(long)",
        problems(
            XmlRpcServer.builder().handler("sample", new Other()).handler("sample", new Sample())));
  }
}
