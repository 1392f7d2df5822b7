package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.FaultException;
import dev.farcall.MappingException;
import dev.farcall.Struct;
import dev.farcall.client.MethodDescription.Parameter;
import dev.farcall.client.MethodDescription.Signature;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What servers tell about themselves: our own servlet, and others as they are known to answer. */
final class SystemServiceTest {

  private static JettyFixture jetty;
  private static XmlRpcClient client;

  @BeforeAll
  static void start() throws Exception {
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", "dev.farcall.examples.Sample")
            .param("handler.tree", Trees.class.getName())
            .start();
    client = XmlRpcClient.builder(jetty.uri()).build();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    jetty.close();
  }

  @Test
  void methodsAreListed() {
    assertTrue(client.system().listMethods().containsAll(List.of("sample.add", "system.describe")));
  }

  @Test
  void signaturesAreListed() {
    assertEquals(
        List.of(List.of("i8", "int", "int")), client.system().methodSignature("sample.get_power"));
    assertEquals(2, client.system().methodSignature("sample.add").size());
  }

  @Test
  void helpIsTold() {
    assertTrue(
        client.system().methodHelp("sample.get_power").startsWith("Raises a number to a power."));
  }

  @Test
  void capabilitiesAreListed() {
    assertEquals(
        new Capability("http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php", 20010516),
        client.system().getCapabilities().get("faults_interop"));
  }

  @Test
  void missingMethodIsFault() {
    FaultException e =
        assertThrows(FaultException.class, () -> client.system().methodHelp("no.such"));
    assertEquals(-32601, e.code());
  }

  @Test
  void prefixOfTheServiceIsNotThatOfSystem() {
    assertEquals(client.system().listMethods(), client.service("sample").system().listMethods());
  }

  @Test
  void descriptionHasParametersAndResult() {
    MethodDescription power = client.system().describe("sample.get_power").orElseThrow();
    assertEquals("sample.get_power", power.name());
    assertTrue(power.idempotent());
    assertEquals(
        List.of(
            new Signature(
                TypeDescription.of(ValueType.I8),
                List.of(
                    new Parameter("base", TypeDescription.of(ValueType.INT), false, false),
                    new Parameter("exponent", TypeDescription.of(ValueType.INT), false, false)))),
        power.signatures());
  }

  @Test
  void descriptionHasRecordsWithTheirMembers() {
    Signature oldest = client.system().describe("sample.oldest").orElseThrow().signatures().get(0);
    TypeDescription person = oldest.result();
    assertEquals("Person", person.name());
    assertEquals(
        List.of(
            new TypeDescription.Member("name", TypeDescription.of(ValueType.STRING), false),
            new TypeDescription.Member("born", TypeDescription.of(ValueType.DATE_TIME), false),
            new TypeDescription.Member("email", TypeDescription.of(ValueType.STRING), true),
            new TypeDescription.Member(
                "tags",
                new TypeDescription(
                    ValueType.ARRAY,
                    null,
                    TypeDescription.of(ValueType.STRING),
                    List.of(),
                    List.of()),
                true)),
        person.members());
    assertEquals(person, oldest.params().get(0).type().element());
  }

  @Test
  void descriptionHasConstantsAndWhatMayBeLeftOut() {
    Signature grow = client.system().describe("tree.grow").orElseThrow().signatures().get(0);
    Parameter kind = grow.params().get(0);
    assertEquals(List.of("OAK", "ELM"), kind.type().constants());
    assertEquals(
        List.of(false, true, false), grow.params().stream().map(Parameter::optional).toList());
    assertEquals(
        List.of(false, false, true), grow.params().stream().map(Parameter::repeated).toList());
  }

  @Test
  void descriptionOfWhatContainsItselfEnds() {
    Signature grow = client.system().describe("tree.grow").orElseThrow().signatures().get(0);
    TypeDescription.Member branches = grow.result().members().get(1);
    assertEquals("branches", branches.name());
    assertEquals(
        new TypeDescription(ValueType.STRUCT, "Tree", null, List.of(), List.of()),
        branches.type().element());
  }

  @Test
  void allMethodsAreDescribed() {
    List<MethodDescription> all = client.system().describe().orElseThrow();
    assertEquals(client.system().listMethods(), all.stream().map(MethodDescription::name).toList());
  }

  @Test
  void missingMethodHasNoDescription() {
    assertEquals(Optional.empty(), client.system().describe("no.such"));
  }

  @Test
  void serversWithoutDescriptionsHaveNone() {
    assertEquals(Optional.empty(), failing(-32601, "server error. method not found.").describe());
    assertEquals(
        Optional.empty(),
        failing(1, "<class 'Exception'>:method \"system.describe\" is not supported").describe());
    assertEquals(Optional.empty(), failing(-506, "not defined").describe("m"));
  }

  @Test
  void otherFaultsOfDescriptionsAreThrown() {
    SystemService busy = failing(8, "unknown user");
    FaultException e = assertThrows(FaultException.class, busy::describe);
    assertEquals("unknown user", e.faultString());
  }

  @Test
  void descriptionOfAnotherKindIsTold() {
    MappingException e =
        assertThrows(MappingException.class, () -> answering("a list of all methods").describe());
    assertEquals("result: expected array, got string \"a list of all methods\"", e.getMessage());
  }

  @Test
  void unknownTypesAreAnyType() {
    SystemService other =
        answering(
            new Struct()
                .with("name", "m")
                .with("help", "")
                .with("idempotent", false)
                .with(
                    "signatures",
                    List.of(
                        new Struct()
                            .with("result", new Struct().with("type", "quaternion"))
                            .with("params", List.of()))));
    assertEquals(
        List.of(new Signature(TypeDescription.of(ValueType.ANY), List.of())),
        other.describe("m").orElseThrow().signatures());
  }

  @Test
  void rolesAreToldWhereTheServerTellsThem() {
    Struct method =
        new Struct()
            .with("name", "m")
            .with("help", "")
            .with("idempotent", false)
            .with("signatures", List.of());
    assertEquals(List.of(), answering(method).describe("m").orElseThrow().roles());
    assertEquals(
        List.of("admin", "**"),
        answering(method.with("roles", List.of("admin", "**")))
            .describe("m")
            .orElseThrow()
            .roles());
  }

  @Test
  void signaturesThatAreNoArrayAreUnknown() {
    assertEquals(List.of(), answering("undef").methodSignature("m"));
    assertEquals(List.of(), answering(null).methodSignature("m"));
    assertEquals(List.of(), answering("signatures not supported").methodSignature("m"));
  }

  @Test
  void onlySignatureMayStandByItself() {
    assertEquals(
        List.of(List.of("int", "string")),
        answering(List.of("int", "string")).methodSignature("m"));
  }

  @Test
  void whatIsNoSignatureIsLeftOut() {
    assertEquals(
        List.of(List.of("int")),
        answering(List.of(List.of("int"), "undef", 5, List.of(), List.of(1))).methodSignature("m"));
  }

  @Test
  void helpMayBeMissing() {
    assertEquals("", answering(null).methodHelp("m"));
  }

  @Test
  void helpOfAnotherTypeIsTold() {
    MappingException e = assertThrows(MappingException.class, () -> answering(5).methodHelp("m"));
    assertEquals("result: expected string, got int 5", e.getMessage());
  }

  @Test
  void capabilitiesMayBeIncomplete() {
    assertEquals(
        Map.of(
            "text", new Capability("u", 12),
            "double", new Capability("", 1),
            "words", new Capability("", 0),
            "none", new Capability("", 0)),
        answering(
                new Struct()
                    .with("text", new Struct().with("specUrl", "u").with("specVersion", "12"))
                    .with("double", new Struct().with("specVersion", 1.0))
                    .with("words", new Struct().with("specUrl", 5).with("specVersion", "first"))
                    .with("none", true))
            .getCapabilities());
  }

  @Test
  void capabilitiesOfAnotherTypeAreTold() {
    MappingException e =
        assertThrows(MappingException.class, () -> answering(List.of()).getCapabilities());
    assertEquals("result: expected struct, got array", e.getMessage());
  }

  private static SystemService answering(@Nullable Object value) {
    return Answering.with(value).client().system();
  }

  private static SystemService failing(int code, String text) {
    return Answering.withFault(code, text).client().system();
  }

  /** Something with all that a description can have. */
  public static final class Trees {
    /** A tree. */
    public Tree grow(Kind kind, Optional<String> name, int... years) {
      return new Tree(name.orElse("?"), List.of());
    }

    enum Kind {
      OAK,
      ELM
    }

    record Tree(String name, List<Tree> branches) {}
  }
}
