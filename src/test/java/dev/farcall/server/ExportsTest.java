package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.Lifecycle;
import dev.farcall.XmlRpcMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportsTest {

  static class Base {
    public String inherited() {
      return "inherited";
    }
  }

  interface Extended<T> {
    T mirror(T value);

    default String byDefault() {
      return "default";
    }
  }

  interface Started {
    @Lifecycle
    void init(String config);
  }

  static final class Plain extends Base implements Extended<String>, Started, AutoCloseable {
    public int add(int a, int b) {
      return a + b;
    }

    @Override
    public String mirror(String value) {
      return value;
    }

    public static String ofClass() {
      return "static";
    }

    String packaged() {
      return "package-private";
    }

    @SuppressWarnings("unused")
    private String hidden() {
      return "private";
    }

    @Override
    public void init(String config) {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return "Plain";
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  private static List<String> exported(XmlRpcServer server) {
    return server.methods().stream()
        .map(MethodInfo::name)
        .filter(name -> !name.startsWith("system."))
        .toList();
  }

  @Test
  void publicMethodsThatTheClassDeclaresAreExported() {
    assertEquals(List.of("s.add", "s.mirror"), exported(Servers.of("s", new Plain())));
  }

  @Test
  void bridgeOfGenericMethodIsNotAnOverload() {
    XmlRpcServer server = Servers.of("s", new Plain());
    assertEquals(
        "-32602 s.mirror: params[0]: expected string, got int 1", fault(server, "s.mirror", 1));
  }

  @Test
  void emptyPrefixExportsUnprefixed() {
    assertEquals(3, call(Servers.of("", new Plain()), "add", 1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s.getClass",
        "s.hashCode",
        "s.equals",
        "s.toString",
        "s.wait",
        "s.notifyAll",
        "s.finalize",
        "s.clone",
        "getClass",
        "s.getClass.forName",
        "s.class.classLoader",
        "a.b.c.d",
        "s.inherited",
        "s.byDefault",
        "s.ofClass",
        "s.packaged",
        "s.hidden",
        "s.init",
        "s.close",
        "s.main",
        "s.Add",
        "S.add",
        "s.add()",
        "s..add",
        "add",
        "s",
        "s.",
        "s.add.x",
        "dev.farcall.server.ExportsTest$Plain.add"
      })
  void namesThatWereNotDeclaredAreNotFound(String name) {
    assertEquals("-32601 no method " + name, fault(Servers.of("s", new Plain()), name));
  }

  @Test
  void nulInNameIsNotFoundAndEscaped() {
    assertEquals(
        "-32601 no method s.add\\u0000", fault(Servers.of("s", new Plain()), "s.add\0", 1, 2));
  }

  @Test
  void lineBreakAndBidiControlInNameAreEscaped() {
    assertEquals(
        "-32601 no method a\\u000d\\u000ab\\u2028\\u202e!",
        fault(Servers.of("s", new Plain()), "a\r\nb\u2028\u202E!"));
  }

  @Test
  void longNameIsCut() {
    assertEquals(
        "-32601 no method " + "x".repeat(61) + "...",
        fault(Servers.of("s", new Plain()), "x".repeat(1_000_000)));
  }

  @Test
  void emptyNameIsNotFound() {
    assertEquals("-32601 no method with an empty name", fault(Servers.of("s", new Plain()), " "));
  }

  @Test
  void blanksAroundNameArePartOfIt() {
    assertEquals("-32601 no method s.add ", fault(Servers.of("s", new Plain()), "s.add ", 1, 2));
    assertEquals(
        "-32601 no method \\u000as.add", fault(Servers.of("s", new Plain()), "\ns.add", 1, 2));
  }

  static final class Annotated {
    @XmlRpcMethod(name = "math.sum")
    public int add(int a, int b) {
      return a + b;
    }

    @XmlRpcMethod(hidden = true)
    public int secret() {
      return 42;
    }

    public void setClock(String clock) {}
  }

  @Test
  void onlyAnnotatedMethodsAreExportedOnceThereIsOne() {
    assertEquals(List.of("s.math.sum", "s.secret"), exported(Servers.of("s", new Annotated())));
  }

  @Test
  void setterOfAnAnnotatedHandlerIsNotFound() {
    assertEquals(
        "-32601 no method s.setClock",
        fault(Servers.of("s", new Annotated()), "s.setClock", "noon"));
  }

  interface Sums {
    @XmlRpcMethod(name = "sum")
    int add(int a, int b);
  }

  static final class SumsAndMore implements Sums {
    @Override
    public int add(int a, int b) {
      return a + b;
    }

    public int more() {
      return 1;
    }
  }

  @Test
  void annotationOnInterfaceCountsForTheClass() {
    assertEquals(List.of("s.sum"), exported(Servers.of("s", new SumsAndMore())));
  }

  interface Mirrors<T> {
    @XmlRpcMethod(name = "reflect")
    T mirror(T value);
  }

  static final class TextMirror implements Mirrors<String> {
    @Override
    public String mirror(String value) {
      return value;
    }

    public int more() {
      return 1;
    }
  }

  @Test
  void annotationOnGenericInterfaceCountsForTheClass() {
    assertEquals(List.of("s.reflect"), exported(Servers.of("s", new TextMirror())));
  }

  @Test
  void interfaceExportsWhatItDeclaresAndNoMore() {
    XmlRpcServer server =
        XmlRpcServer.builder().handler("s", Sums.class, new SumsAndMore()).build();
    assertEquals(List.of("s.sum"), exported(server));
    assertEquals(5, call(server, "s.sum", 2, 3));
  }

  static final class NotPublic {
    @XmlRpcMethod
    String withheld() {
      return "";
    }

    public int more() {
      return 1;
    }
  }

  @Test
  void annotatedMethodThatIsNotPublicIsAProblem() {
    assertEquals(
        """
        dev.farcall.server.ExportsTest$NotPublic.withheld() carries @XmlRpcMethod, yet is not \
        public, static, one of Object, or life cycle
        dev.farcall.server.ExportsTest$NotPublic declares no method to export""",
        problems(XmlRpcServer.builder().handler("s", new NotPublic())));
  }

  @Test
  void lambdaWithoutItsInterfaceIsAProblem() {
    Sums lambda = (a, b) -> a + b;
    String problem = problems(XmlRpcServer.builder().handler("s", (Object) lambda));
    assertEquals(
        lambda.getClass().getName()
            + " is generated and declares nothing; name the interface it implements",
        problem);
  }

  @Test
  void lambdaWithItsInterfaceIsExported() {
    Sums lambda = (a, b) -> a + b;
    XmlRpcServer server = XmlRpcServer.builder().handler("s", Sums.class, lambda).build();
    assertEquals(5, call(server, "s.sum", 2, 3));
  }

  @Test
  void oneMethodIsExportedByName() {
    XmlRpcServer server = XmlRpcServer.builder().method("plus", PublicSum.class, "add").build();
    assertEquals(List.of("plus"), exported(server));
    assertEquals(5, call(server, "plus", 2, 3));
  }

  static final class PublicSum {
    public int add(int a, int b) {
      return a + b;
    }

    public int add(int a, int b, int c) {
      return a + b + c;
    }

    public int other() {
      return 0;
    }
  }

  @Test
  void oneMethodIsExportedWithItsOverloads() {
    XmlRpcServer server = XmlRpcServer.builder().method("plus", PublicSum.class, "add").build();
    assertEquals(6, call(server, "plus", 1, 2, 3));
  }

  @Test
  void methodThatTheClassDoesNotExportIsAProblem() {
    assertEquals(
        "plus: dev.farcall.server.ExportsTest$PublicSum exports no getClass, but add, other",
        problems(XmlRpcServer.builder().method("plus", PublicSum.class, "getClass")));
  }
}
