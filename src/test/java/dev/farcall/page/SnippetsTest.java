package dev.farcall.page;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs that the page shows: each is run, and what it sends is what the page would send. */
final class SnippetsTest {

  private static final URI ELSEWHERE = URI.create("http://rpc.example.org/RPC2");
  private static final String RECORDER = Recorder.class.getName();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeEach
  void requireNode() throws Exception {
    PageScripts.requireNode();
  }

  @ParameterizedTest
  @EnumSource
  void everyProgramSendsItsValues(Language language) throws Exception {
    language.require();
    List<SnippetCase> cases = expressible(language);
    String printed;
    try (JettyFixture jetty = server()) {
      Recorder.calls();
      printed = language.run(folder, programs(language, cases, jetty.uri()));
    }
    List<Recorder.Call> calls = Recorder.calls();
    assertEquals(cases.size(), calls.size());
    assertAll(
        Stream.iterate(0, i -> i + 1)
            .limit(cases.size())
            .map(i -> () -> assertSent(language, cases.get(i), calls.get(i))));
    assertTrue(printed.contains("Ada") && printed.contains("second"), printed);
  }

  @ParameterizedTest
  @EnumSource
  void whatALanguageCannotSayIsTold(Language language) throws Exception {
    List<SnippetCase> unsaid = new ArrayList<>(SnippetCase.all());
    unsaid.removeAll(expressible(language));
    assertEquals(
        unsaid.stream().map(it -> it.problem(language.id).orElseThrow()).toList(),
        problems(language, unsaid));
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeSeenIsEscaped(Language language) throws Exception {
    for (JsonObject snippet : snippets(language, expressible(language), ELSEWHERE)) {
      String text = snippet.get("text").getAsString();
      assertTrue(text.matches("[\\P{C}\\n]*+"), text);
      assertTrue(text.endsWith("\n"), text);
    }
  }

  @Test
  void whatIsNoValueIsRefused() throws Exception {
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("{'type': 'int', 'text': '1); exit('}", "int");
    refused.put("{'type': 'int', 'text': '2147483648'}", "int");
    refused.put("{'type': 'int', 'text': ''}", "int");
    refused.put("{'type': 'i8', 'text': '9223372036854775808'}", "i8");
    refused.put("{'type': 'biginteger', 'text': '1\\n2'}", "biginteger");
    refused.put("{'type': 'double', 'text': 'NaN'}", "double");
    refused.put("{'type': 'double', 'text': '1e999'}", "double");
    refused.put("{'type': 'bigdecimal', 'text': '1;2'}", "bigdecimal");
    refused.put("{'type': 'boolean', 'text': 'true'}", "boolean");
    refused.put("{'type': 'dateTime.iso8601', 'text': '20261124T10:00:00;'}", "dateTime.iso8601");
    refused.put("{'type': 'base64', 'text': 'QUI=;'}", "base64");
    refused.put("{'type': 'constructor', 'text': ''}", "constructor");
    assertEquals(
        refused.values().stream()
            .map(type -> "There is a value that is no " + type + ", so no program can be shown.")
            .toList(),
        problems(Language.JAVA, refused.keySet().stream().map(SnippetsTest::oneParam).toList()));
  }

  @Test
  void whatXmlCannotHoldIsRefused() throws Exception {
    List<SnippetCase> refused =
        Stream.of(
                "{'type': 'string', 'text': '\\u0000'}",
                "{'type': 'string', 'text': '\\ud800'}",
                "{'type': 'array', 'items': [{'type': 'string', 'text': '\\uffff'}]}",
                "{'type': 'struct', 'members': [{'name': '\\u001b', 'value': {'type': 'nil'}}]}")
            .map(SnippetsTest::oneParam)
            .toList();
    assertEquals(
        Collections.nCopies(
            refused.size(),
            "There is a character that XML cannot hold, so no program can be shown."),
        problems(Language.JAVA, refused));
  }

  @Test
  void twoMembersOfOneNameAreRefused() throws Exception {
    String member = "{'name': 'a', 'value': {'type': 'nil'}}";
    assertEquals(
        List.of("There are two members of one name, so no program can be shown."),
        problems(
            Language.JAVA,
            List.of(oneParam("{'type': 'struct', 'members': [" + member + "," + member + "]}"))));
  }

  @Test
  void longValuesAreNotShown() throws Exception {
    String text = "x".repeat(20_000);
    assertEquals(
        List.of("These values are too long to be shown within a program."),
        problems(Language.JAVA, List.of(oneParam("{'type': 'string', 'text': '" + text + "'}"))));
  }

  @Test
  void plainHttpToAnotherMachineIsSaid() throws Exception {
    List<SnippetCase> nothing = List.of(new SnippetCase(nothing()));
    List<Path> program = programs(Language.JAVA, nothing, ELSEWHERE);
    JavaExamples.compile(program);
    assertTrue(
        Files.readString(program.get(0)).contains(".plainHttp(PlainHttp.ALWAYS) // anybody"));
    assertEquals(
        "java -jar farcall.war call --plain-http http://rpc.example.org/RPC2 m\n",
        Files.readString(programs(Language.CLI, nothing, ELSEWHERE).get(0)));
  }

  private static void assertSent(Language language, SnippetCase expected, Recorder.Call call) {
    var values = Nodes.values(expected.params());
    String authorization = expected.hasToken() ? "Bearer " + Programs.TOKEN : "";
    assertEquals(
        new Recorder.Call(authorization, language.narrows() ? Nodes.narrowed(values) : values),
        call,
        () -> language.id + ": " + expected.name());
  }

  /** All calls, but for those that a language has no words for. */
  private static List<SnippetCase> expressible(Language language) throws Exception {
    return SnippetCase.all().stream().filter(it -> it.problem(language.id).isEmpty()).toList();
  }

  private List<Path> programs(Language language, List<SnippetCase> cases, URI server)
      throws Exception {
    List<Path> programs = new ArrayList<>();
    for (JsonObject snippet : snippets(language, cases, server)) {
      assertTrue(snippet.has("text"), snippet::toString);
      Path own = Files.createDirectories(folder.resolve(language.id + programs.size()));
      programs.add(
          Files.writeString(own.resolve(language.file), snippet.get("text").getAsString()));
    }
    return programs;
  }

  private List<String> problems(Language language, List<SnippetCase> cases) throws Exception {
    return snippets(language, cases, ELSEWHERE).stream()
        .map(snippet -> snippet.get("problem").getAsString())
        .toList();
  }

  private List<JsonObject> snippets(Language language, List<SnippetCase> cases, URI server)
      throws Exception {
    return PageScripts.snippets(
        cases.stream().map(it -> it.wanted(language.id, server)).toList(), folder);
  }

  private static SnippetCase oneParam(String node) {
    JsonObject json = nothing();
    json.getAsJsonArray("params").add(JsonParser.parseString(node.replace('\'', '"')));
    return new SnippetCase(json);
  }

  private static JsonObject nothing() {
    JsonObject json = new JsonObject();
    json.addProperty("name", "of the test");
    json.add("params", new JsonArray());
    return json;
  }

  private static JettyFixture server() throws Exception {
    return JettyFixture.of(new XmlRpcServlet())
        .param("method.m", RECORDER + "#m")
        .param("method.class:a/b.from", RECORDER + "#m")
        .param("method.answer", RECORDER + "#answer")
        .start();
  }
}
