package dev.farcall.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodResponse;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.BasicLogin;
import dev.farcall.testkit.Browser;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.Tab;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page in front of servers that are not as it would like them. */
final class ServerStatesTest {

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    try (Browser chromium = browser) {
      assertNotNull(chromium);
    }
  }

  /** Tells what it was sent as Authorization. */
  public static final class Subject {
    public String authorization(CallContext context) {
      return context.header("Authorization").orElse("nothing");
    }
  }

  private static JettyFixture.Builder jetty() {
    return JettyFixture.of(new XmlRpcServlet())
        .param("handler.test", Subject.class.getName())
        .param("docs", "on");
  }

  @Test
  void withoutIntrospectionAMethodIsCalledByItsName() throws Exception {
    try (JettyFixture jetty = jetty().param("introspection", "off").start();
        Tab tab = browser.open(jetty.uri())) {
      DocsView view = new DocsView(tab.page());
      assertThat(view.heading()).hasText("This server does not list its methods");
      tab.page().getByLabel("Name of the method").fill("test.authorization");
      tab.page().keyboard().press("Enter");
      assertThat(view.send()).containsText("nothing");
      tab.assertNoTrouble();
    }
  }

  @Test
  void serverThatIsGoneIsSaidToBe() throws Exception {
    try (Tab tab = browser.blank()) {
      try (JettyFixture jetty = jetty().start()) {
        tab.open(jetty.uri().toString());
        assertThat(new DocsView(tab.page()).list()).containsText("8 methods");
      }
      DocsView view = new DocsView(tab.page());
      view.open("test.authorization");
      assertThat(view.send()).containsText("No result");
    }
  }

  @Test
  void tokenIsSentAndForgotten() throws Exception {
    try (JettyFixture jetty = jetty().start();
        Tab tab = browser.open(jetty.uri())) {
      DocsView view = new DocsView(tab.page());
      tab.page().locator("#page-token").click();
      tab.page().getByLabel("Token", new Page.GetByLabelOptions().setExact(true)).fill("s3cret");
      view.press("Use the token");
      view.open("test.authorization");
      assertThat(view.send()).containsText("Bearer s3cret");
      assertEquals(
          List.of(0, 0, ""),
          tab.page()
              .evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]"));
      tab.page().reload();
      assertThat(view.send()).containsText("nothing");
      tab.assertNoTrouble();
    }
  }

  @Test
  void passwordOfTheBrowserIsSent() throws Exception {
    NewContextOptions options = new NewContextOptions().setHttpCredentials("ann", "ann");
    try (JettyFixture jetty =
            jetty().security(BasicLogin.create().user("ann").constraint().handler()).start();
        Tab tab = browser.open(jetty.uri(), options)) {
      DocsView view = new DocsView(tab.page());
      view.open("test.authorization");
      assertThat(view.send()).containsText(BasicLogin.authorization("ann"));
      tab.assertNoTrouble();
    }
  }

  @Test
  void thousandMethodsAreListedAndSearched() throws Exception {
    try (JettyFixture jetty = jetty().start();
        Tab tab = browser.blank()) {
      List<Struct> methods = IntStream.range(0, 1000).mapToObj(ServerStatesTest::method).toList();
      ScriptedEndpoint.answer(tab.page(), call -> MethodResponse.of(methods));
      tab.open(jetty.uri().toString());
      DocsView view = new DocsView(tab.page());
      assertThat(view.list()).containsText("1,000 methods");
      view.search().fill("method777");
      assertThat(view.links()).hasCount(1);
      view.search().press("Enter");
      assertThat(view.heading()).hasText("group7.method777");
      tab.assertNoTrouble();
    }
  }

  private static Struct method(int number) {
    return new Struct()
        .with("name", "group" + number / 100 + ".method" + number)
        .with("help", "Does what number " + number + " does.")
        .with("idempotent", true)
        .with("signatures", List.of());
  }

  @Test
  void serverWithoutMethodsIsSaidToHaveNone() throws Exception {
    try (JettyFixture jetty = jetty().start();
        Tab tab = browser.blank()) {
      ScriptedEndpoint.answer(tab.page(), call -> MethodResponse.of(List.of()));
      tab.open(jetty.uri().toString());
      assertThat(tab.page().getByRole(AriaRole.HEADING).first()).isVisible();
      assertThat(new DocsView(tab.page()).main()).containsText("no methods");
      tab.assertNoTrouble();
    }
  }
}
