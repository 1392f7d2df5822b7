package dev.farcall.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Locator;
import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.Browser;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.Tab;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Markup in everything that a server says is shown as the text that it is. A script that ran would
 * set a variable, or open a dialog, or ask another server, or break the content security policy;
 * all of which a {@link Tab} tells.
 */
final class ScriptInjectionTest {

  private static final Locator.FilterOptions HOSTILE =
      new Locator.FilterOptions().setHasNotText("zzz.");

  private static JettyFixture jetty;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    jetty = JettyFixture.of(new XmlRpcServlet()).param("docs", "on").start();
  }

  @AfterAll
  static void stop() throws Exception {
    try (JettyFixture server = jetty;
        Browser chromium = browser) {
      assertNotNull(server);
      assertNotNull(chromium);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.ran = 1</script>",
        "<img src=x onerror='window.ran = 1'>",
        "<svg onload=window.ran=1>",
        "<svg><script>window.ran = 1</script></svg>",
        "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
        "<a href='javascript:window.ran = 1' autofocus onfocus='window.ran = 1'>x</a>",
        "<details open ontoggle=window.ran=1>",
        "<style>* { background: url(https://evil.example/) }</style>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<meta http-equiv=refresh content='0; url=https://evil.example/'>",
        "<base href=https://evil.example/>",
        "<form action=https://evil.example/><button autofocus>x</button></form>",
        "<math><mtext><img src=x onerror=window.ran=1></mtext></math>",
        "\"><script>window.ran = 1</script>",
        "' onmouseover='window.ran = 1' x='",
        "javascript:window.ran = 1",
        "data:text/html,<script>window.ran = 1</script>",
        "</script><script>window.ran = 1</script>",
        "]]><script>window.ran = 1</script><![CDATA[",
        "{{constructor.constructor('window.ran = 1')()}}${window.ran = 1}",
        "\u2028window.ran = 1\u2029//\u202Ehidden",
        "__proto__"
      })
  void markupOfTheServerStaysText(String payload) {
    try (Tab tab = browser.blank()) {
      ScriptedEndpoint.answer(tab.page(), call -> hostile(call, payload));
      tab.open(jetty.uri().toString());
      DocsView view = new DocsView(tab.page());
      assertThat(view.links()).hasCount(2);
      view.links().filter(HOSTILE).click();
      assertThat(view.heading()).containsText(payload);
      assertThat(view.main()).containsText("help " + payload);
      assertThat(view.send()).containsText("Success");
      view.tab("Response XML").tab("Request XML").tab("Result");
      view.press("Add to multicall");
      view.goTo("Multicall");
      view.press("Send as one");
      assertThat(view.outcome()).containsText("fault");
      view.goTo("History");
      assertThat(view.main()).containsText("2 calls");
      for (String language : List.of("Java", "Python", "PHP", "Ruby", "Node.js", "curl")) {
        view.links().filter(HOSTILE).click();
        view.tab(language);
      }
      assertEquals(null, tab.page().evaluate("() => window.ran"));
      assertEquals(
          0,
          tab.page()
              .evaluate("() => document.querySelectorAll('script:not([src]), iframe').length"));
      tab.assertNoTrouble();
    }
  }

  private static MethodResponse hostile(MethodCall call, String payload) {
    return switch (call.methodName()) {
      case "system.describe" -> MethodResponse.of(List.of(described(payload), other(payload)));
      case "system.multicall" ->
          MethodResponse.of(
              List.of(new Struct().with("faultCode", 1).with("faultString", payload)));
      default ->
          MethodResponse.of(
              new Struct().with(payload, payload).with("more", List.of(payload, payload)));
    };
  }

  private static Struct described(String payload) {
    Struct type =
        new Struct()
            .with("type", "struct")
            .with("name", payload)
            .with("members", List.of(member(payload), member("other")));
    Struct parameter = new Struct().with("name", payload).with("type", type);
    Struct word =
        new Struct()
            .with("name", "word" + payload)
            .with("type", new Struct().with("type", "string").with("values", List.of(payload)));
    return new Struct()
        .with("name", payload)
        .with("help", "help " + payload + "\n\n" + payload + ": " + payload)
        .with("idempotent", true)
        .with("roles", List.of(payload))
        .with(
            "signatures",
            List.of(new Struct().with("result", type).with("params", List.of(parameter, word))));
  }

  private static Struct other(String payload) {
    return new Struct()
        .with("name", "zzz." + payload)
        .with("help", payload)
        .with("idempotent", false)
        .with("signatures", List.of());
  }

  private static Struct member(String name) {
    return new Struct()
        .with("name", name)
        .with("type", new Struct().with("type", "string"))
        .with("optional", false);
  }

  @Test
  void faultOfTheServerStaysText() {
    String payload = "<img src=x onerror='window.ran = 1'>";
    try (Tab tab = browser.blank()) {
      ScriptedEndpoint.answer(
          tab.page(), call -> MethodResponse.of(Fault.of(FaultCode.ACCESS_DENIED, payload)));
      tab.open(jetty.uri().toString());
      assertThat(new DocsView(tab.page()).main()).containsText(payload);
      assertEquals(null, tab.page().evaluate("() => window.ran"));
      tab.assertNoTrouble();
    }
  }

  @Test
  void pageIsNotShownInAFrame() {
    try (Tab tab = browser.blank()) {
      tab.page().setContent("<iframe src='" + jetty.uri() + "' width=600 height=400></iframe>");
      assertEquals("chrome-error://chromewebdata/", tab.page().frames().get(1).url());
    }
  }
}
