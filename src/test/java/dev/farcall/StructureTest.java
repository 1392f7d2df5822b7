package dev.farcall;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape of the library: which package may know which, and what none may do. */
final class StructureTest {

  private static final String ROOT = "dev.farcall";

  /** Each room of the house, and the rooms below that it may see. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          room(""),
          room("model", ""),
          room("wire", "model", ""),
          room("mapping", "model", ""),
          room("call", "wire", "mapping", "model", ""),
          room("server", "call", "wire", "mapping", "model", ""),
          room("client", "call", "wire", "mapping", "model", ""),
          room("tracing", "call", "model", ""),
          room("metrics", "call", "model", ""),
          room("servlet", "metrics", "server", "call", "wire", "mapping", "model", ""),
          room("testing", "servlet", "server", "client", "call", "wire", "mapping", "model", ""),
          room("cli", "servlet", "server", "client", "call", "wire", "mapping", "model", ""),
          room("examples", "call", ""),
          room("processor", ""));

  private static final Set<String> XML_FACTORIES =
      Set.of(
          "jakarta.xml.bind.JAXBContext",
          "javax.xml.parsers.DocumentBuilderFactory",
          "javax.xml.parsers.SAXParserFactory",
          "javax.xml.stream.XMLEventFactory",
          "javax.xml.stream.XMLInputFactory",
          "javax.xml.stream.XMLOutputFactory",
          "javax.xml.transform.TransformerFactory",
          "javax.xml.validation.SchemaFactory",
          "javax.xml.xpath.XPathFactory",
          "com.ctc.wstx.stax.WstxEventFactory",
          "com.ctc.wstx.stax.WstxInputFactory",
          "com.ctc.wstx.stax.WstxOutputFactory");

  private static final Set<String> CREATORS =
      Set.of(
          "<init>",
          "newInstance",
          "newFactory",
          "newDefaultFactory",
          "newDefaultInstance",
          "newNSInstance",
          "newDefaultNSInstance");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void everyPackageIsARoomOfTheHouse() {
    assertEquals(Set.of(), packages(name -> !ROOMS.containsKey(name)));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void arrowsPointDown(String room) {
    String[] unseen = rooms().stream().filter(other -> !sees(room, other)).toArray(String[]::new);
    check(noClasses().that().resideInAPackage(room).should().dependOnClassesThat(in(unseen)));
  }

  @Test
  void packagesFormNoCycle() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void theContainerIsKnownToTheServletOnly() {
    onlyIn(List.of("servlet"), "jakarta.enterprise..", "jakarta.inject..");
    // A server for tests is that servlet in a container.
    onlyIn(List.of("servlet", "testing"), "jakarta.servlet..");
  }

  @Test
  void annotationsOfRolesAreKnownToTheServerOnly() {
    onlyIn(List.of("server", "examples"), "jakarta.annotation..");
  }

  @Test
  void whatOnlyTestsHaveIsKnownToTestingOnly() {
    onlyIn(List.of("testing"), "org.junit..");
    onlyIn(List.of("testing", "cli"), "org.eclipse.jetty..");
  }

  @Test
  void micrometerIsKnownToTheMetricsOnly() {
    onlyIn(List.of("metrics"), "io.micrometer..", "io.prometheus..");
  }

  @Test
  void openTelemetryIsKnownToTheTracingOnly() {
    onlyIn(List.of("tracing"), "io.opentelemetry..");
  }

  @Test
  void theHttpClientIsKnownToTheClientOnly() {
    onlyIn(List.of("client"), "java.net.http..");
  }

  /** Else one who calls could have the server fetch what is behind an address. */
  @Test
  void onlyTheClientConnects() {
    GivenClassesConjunction others =
        noClasses().that().resideOutsideOfPackage(packageOf("client") + "..");
    check(others.should().dependOnClassesThat(connect()));
    check(others.should().callCodeUnitWhere(calls("java.net.URL", Set.of("openConnection"))));
    // A file on the class path, which no caller names.
    check(
        others
            .and()
            .doNotHaveFullyQualifiedName(packageOf("servlet") + ".Declarations")
            .should()
            .callCodeUnitWhere(calls("java.net.URL", Set.of("openStream", "getContent"))));
  }

  @Test
  void theProgramIsKnownToTheCommandLineOnly() {
    onlyIn(
        List.of("cli"), "com.google.gson..", "com.palantir.javapoet..", "org.slf4j..", "picocli..");
    onlyIn(List.of("cli", "testing"), "org.eclipse.jetty..");
  }

  @Test
  void parsersAreKnownToTheWireOnly() {
    onlyIn(
        List.of("wire"),
        "javax.xml.stream..",
        "javax.xml.parsers..",
        "javax.xml.transform..",
        "org.w3c.dom..",
        "org.xml.sax..",
        "org.codehaus.stax2..",
        "com.ctc.wstx..",
        "org.glassfish..");
  }

  @Test
  void jaxbIsKnownToTheDocumentsAndTheWireOnly() {
    onlyIn(List.of("model", "wire"), "jakarta.xml.bind..");
  }

  @Test
  void xmlFactoriesAreMadeInOnePlace() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching("dev\\.farcall\\.wire\\.XmlFactories(\\$.*)?")
            .should()
            .callCodeUnitWhere(makesAnXmlFactory()));
  }

  @Test
  void theProcessorKnowsTheCompilerAndTheVocabularyOnly() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".processor")
            .should()
            .onlyDependOnClassesThat(
                in(
                    ROOT,
                    ROOT + ".processor",
                    "java..",
                    "javax.annotation.processing..",
                    "javax.lang.model..",
                    "javax.tools..",
                    "org.jspecify..")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.ObjectInputStream",
        "java.beans.XMLDecoder",
        "javax.naming.InitialContext"
      })
  void whatNobodyUses(String type) {
    check(noClasses().should().dependOnClassesThat().haveFullyQualifiedName(type));
  }

  @Test
  void hashtableIsForHandlersThatTakeOne() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".mapping.MapAdapters")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Hashtable"));
  }

  @Test
  void nobodyRunsScripts() {
    check(noClasses().should().dependOnClassesThat(in("javax.script..", "jakarta.el..")));
  }

  @Test
  void classesAreLoadedFromALoaderThatWasChosen() {
    check(noClasses().should().callCodeUnitWhere(calls("java.lang.Class", Set.of("forName"))));
  }

  @Test
  void onlyTheCommandLineExits() {
    check(
        outsideTheCommandLine()
            .should()
            .callCodeUnitWhere(calls("java.lang.System", Set.of("exit")))
            .orShould()
            .callCodeUnitWhere(calls("java.lang.Runtime", Set.of("exit", "halt"))));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        outsideTheCommandLine()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void nothingHasSetters() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .haveNameMatching("set[A-Z].*")
            .should()
            .notBePublic());
  }

  @Test
  void everyPackageIsNullMarked() {
    assertEquals(Set.of(), packages(name -> !isNullMarked(MAIN.getPackage(name))));
  }

  @Test
  void mostTypesAreHidden() {
    List<JavaClass> types = MAIN.stream().filter(StructureTest::couldBeHidden).toList();
    List<String> visible =
        types.stream().filter(StructureTest::isPublic).map(JavaClass::getName).toList();
    assertTrue(
        visible.size() * 100 <= types.size() * 45,
        () -> visible.size() + " of " + types.size() + " types are public: " + visible);
  }

  private static Map.Entry<String, Set<String>> room(String name, String... below) {
    return Map.entry(
        packageOf(name), Stream.of(below).map(StructureTest::packageOf).collect(toSet()));
  }

  private static String packageOf(String room) {
    return room.isEmpty() ? ROOT : ROOT + "." + room;
  }

  private static Set<String> rooms() {
    return new TreeSet<>(ROOMS.keySet());
  }

  private static boolean sees(String room, String other) {
    return room.equals(other) || ROOMS.getOrDefault(room, Set.of()).contains(other);
  }

  private static Set<String> packages(Predicate<String> chosen) {
    return MAIN.stream().map(JavaClass::getPackageName).filter(chosen).collect(toSet());
  }

  private static boolean isNullMarked(JavaPackage item) {
    return item.isAnnotatedWith(NullMarked.class);
  }

  private static boolean couldBeHidden(JavaClass type) {
    return type.isTopLevelClass()
        && !type.getSimpleName().equals("package-info")
        && !in(ROOT, ROOT + ".model", ROOT + ".examples").test(type);
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static void onlyIn(List<String> rooms, String... known) {
    String[] where = rooms.stream().map(StructureTest::packageOf).toArray(String[]::new);
    check(
        noClasses().that().resideOutsideOfPackages(where).should().dependOnClassesThat(in(known)));
  }

  private static GivenClassesConjunction outsideTheCommandLine() {
    return noClasses().that().resideOutsideOfPackage(ROOT + ".cli");
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static DescribedPredicate<JavaClass> connect() {
    return DescribedPredicate.describe(
        "connect",
        type ->
            Stream.of(
                    Socket.class,
                    SocketFactory.class,
                    SocketChannel.class,
                    AsynchronousSocketChannel.class,
                    DatagramSocket.class,
                    DatagramChannel.class,
                    URLConnection.class)
                .anyMatch(type::isAssignableTo));
  }

  private static DescribedPredicate<JavaCall<?>> makesAnXmlFactory() {
    return DescribedPredicate.describe(
        "makes an XML factory",
        call ->
            XML_FACTORIES.contains(call.getTargetOwner().getName())
                && CREATORS.contains(call.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> calls(String owner, Set<String> names) {
    return DescribedPredicate.describe(
        "calls " + owner + names,
        call -> call.getTargetOwner().getName().equals(owner) && names.contains(call.getName()));
  }

  /** A package that is not there yet breaks no rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN);
  }
}
