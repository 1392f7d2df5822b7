package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static dev.farcall.server.Servers.fault;
import static dev.farcall.server.Servers.problems;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.farcall.Struct;
import dev.farcall.XmlRpcMember;
import dev.farcall.XmlRpcMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SystemMethodsTest {

  enum Color {
    RED,
    GREEN
  }

  record User(String name, @XmlRpcMember(optional = true) int age, List<Color> colors) {}

  static final class Sample {
    @XmlRpcMethod(help = "Adds two numbers.", idempotent = true)
    public int add(int a, int b) {
      return a + b;
    }

    @XmlRpcMethod
    public double add(double a, double b) {
      return a + b;
    }

    @XmlRpcMethod
    public void save(User user, Optional<String> comment) {}

    @XmlRpcMethod
    public int count(String first, int... rest) {
      return rest.length;
    }

    @XmlRpcMethod(hidden = true)
    public int secret() {
      return 42;
    }
  }

  private static XmlRpcServer.Builder builder() {
    return XmlRpcServer.builder()
        .handler("s", new Sample())
        .method("open", (params, context) -> params.size());
  }

  private final XmlRpcServer server = builder().build();

  @Test
  void listHasAllNamesSortedWithoutTheHidden() {
    assertEquals(
        List.of(
            "open",
            "s.add",
            "s.count",
            "s.save",
            "system.describe",
            "system.getCapabilities",
            "system.listMethods",
            "system.methodExist",
            "system.methodHelp",
            "system.methodSignature",
            "system.multicall"),
        call(server, "system.listMethods"));
  }

  @Test
  void hiddenMethodIsThereForThoseWhoKnowIt() {
    assertEquals(42, call(server, "s.secret"));
    assertEquals(true, call(server, "system.methodExist", "s.secret"));
    assertEquals("int s.secret()", call(server, "system.methodHelp", "s.secret"));
  }

  @Test
  void signatureHasResultFirstAndAllOverloads() {
    assertEquals(
        List.of(List.of("int", "int", "int"), List.of("double", "double", "double")),
        call(server, "system.methodSignature", "s.add"));
  }

  @Test
  void signatureHasVoidAsItIsAnsweredAndOptionalsBothWays() {
    assertEquals(
        List.of(List.of("boolean", "struct"), List.of("boolean", "struct", "string")),
        call(server, "system.methodSignature", "s.save"));
  }

  @Test
  void signatureHasRepetitionAsArray() {
    assertEquals(
        List.of(List.of("int", "string", "array")),
        call(server, "system.methodSignature", "s.count"));
  }

  @Test
  void signatureFollowsTheVoidResult() {
    XmlRpcServer nil = builder().voidResult(VoidResult.NIL).build();
    assertEquals(
        List.of(List.of("nil", "struct"), List.of("nil", "struct", "string")),
        call(nil, "system.methodSignature", "s.save"));
    XmlRpcServer empty = builder().voidResult(VoidResult.EMPTY_STRING).build();
    assertEquals(
        List.of(List.of("string", "struct"), List.of("string", "struct", "string")),
        call(empty, "system.methodSignature", "s.save"));
  }

  @Test
  void signatureOfWhatTakesAnythingIsNoArray() {
    assertEquals("undef", call(server, "system.methodSignature", "open"));
  }

  @Test
  void helpIsTheAnnotations() {
    assertEquals("Adds two numbers.", call(server, "system.methodHelp", "s.add"));
  }

  @Test
  void helpIsTheSignatureWhereThereIsNoOther() {
    assertEquals(
        "boolean s.save(struct User user, [string comment])",
        call(server, "system.methodHelp", "s.save"));
    assertEquals(
        "int s.count(string first, int... rest)", call(server, "system.methodHelp", "s.count"));
    assertEquals("open(...)", call(server, "system.methodHelp", "open"));
  }

  @Test
  void unknownNamesAreFaults() {
    assertEquals("-32601 no method nope", fault(server, "system.methodSignature", "nope"));
    assertEquals("-32601 no method nope", fault(server, "system.methodHelp", "nope"));
    assertEquals("-32601 no method nope\\u0000", fault(server, "system.describe", "nope\0"));
  }

  @Test
  void existenceIsToldByExactName() {
    assertEquals(true, call(server, "system.methodExist", "s.add"));
    assertEquals(true, call(server, "system.methodExist", "system.multicall"));
    assertEquals(false, call(server, "system.methodExist", "s.getClass"));
  }

  @Test
  void capabilitiesNameTheSpecifications() {
    Struct capabilities = (Struct) requireNonNull(call(server, "system.getCapabilities"));
    assertEquals(
        List.of("xmlrpc", "introspection", "faults_interop", "system.multicall", "nil"),
        List.copyOf(capabilities.keySet()));
    assertEquals(
        new Struct()
            .with("specUrl", "http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php")
            .with("specVersion", 20010516),
        capabilities.get("faults_interop"));
  }

  @Test
  void descriptionHasParametersWithAllMembers() {
    Struct string = new Struct().with("type", "string");
    Struct color =
        new Struct()
            .with("type", "string")
            .with("name", "Color")
            .with("values", List.of("RED", "GREEN"));
    Struct user =
        new Struct()
            .with("type", "struct")
            .with("name", "User")
            .with(
                "members",
                List.of(
                    new Struct().with("name", "name").with("type", string).with("optional", false),
                    new Struct()
                        .with("name", "age")
                        .with("type", new Struct().with("type", "int"))
                        .with("optional", true),
                    new Struct()
                        .with("name", "colors")
                        .with("type", new Struct().with("type", "array").with("element", color))
                        .with("optional", false)));
    Struct signature =
        new Struct()
            .with("result", new Struct().with("type", "boolean"))
            .with(
                "params",
                List.of(
                    new Struct().with("name", "user").with("type", user),
                    new Struct()
                        .with("name", "comment")
                        .with("type", string)
                        .with("optional", true)));
    assertEquals(
        new Struct()
            .with("name", "s.save")
            .with("help", "boolean s.save(struct User user, [string comment])")
            .with("idempotent", false)
            .with("signatures", List.of(signature)),
        call(server, "system.describe", "s.save"));
  }

  @Test
  void descriptionOfAllHasWhatIsListed() {
    List<?> all = (List<?>) requireNonNull(call(server, "system.describe"));
    assertEquals(
        call(server, "system.listMethods"),
        all.stream().map(each -> ((Map<?, ?>) each).get("name")).toList());
  }

  @Test
  void describingAgainTakesNoMemory() {
    List<?> first = (List<?>) requireNonNull(call(server, "system.describe"));
    List<?> second = (List<?>) requireNonNull(call(server, "system.describe"));
    assertSame(first.get(0), second.get(0));
  }

  @Test
  void overloadsAreIdempotentOnlyIfAllAre() {
    assertFalse(
        server.methods().stream()
            .filter(it -> it.name().equals("s.add"))
            .findFirst()
            .orElseThrow()
            .idempotent());
  }

  @Test
  void systemMethodsHaveHelpAndSignatures() {
    for (MethodInfo method : server.methods()) {
      if (method.name().startsWith("system.")) {
        assertFalse(method.help().startsWith(method.name()), method.help());
        assertFalse(method.signatures().isEmpty(), method.name());
      }
    }
    assertEquals(
        List.of(List.of("array", "array")),
        call(server, "system.methodSignature", "system.multicall"));
  }

  @Test
  void introspectionCanBeOff() {
    XmlRpcServer off = builder().introspection(Introspection.OFF).build();
    assertEquals("-32601 no method system.listMethods", fault(off, "system.listMethods"));
    assertEquals(List.of(), call(off, "system.multicall", List.of()));
  }

  @Test
  void handlersCannotReplaceTheServersOwn() {
    assertEquals(
        "system.listMethods is the server's own, and cannot be exported by a handler\n"
            + "system.multicall is the server's own, and cannot be exported by a handler",
        problems(
            XmlRpcServer.builder()
                .method("system.listMethods", (params, context) -> 1)
                .method("system.multicall", (params, context) -> 1)));
  }
}
