package dev.farcall.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.farcall.examples.Sample;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.Browser;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.Tab;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core finds on each view of the page, in both colour schemes and on a small screen. */
final class AccessibilityTest {

  private static JettyFixture jetty;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", Sample.class.getName())
            .param("docs", "on")
            .start();
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
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 360"})
  void everyViewCanBeUsedByAll(ColorScheme scheme, int width) {
    NewContextOptions options =
        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800);
    try (Tab tab = browser.open(jetty.uri(), options)) {
      DocsView view = new DocsView(tab.page());
      assertThat(view.list()).containsText("17 methods");
      check(tab, "the list");

      tab.open(DocsView.link(jetty.uri(), "sample.oldest"));
      view.fill("name string", "Ann");
      assertThat(view.send()).containsText("Success");
      view.press("Add to multicall");
      check(tab, "a result");
      view.tab("Response XML").tab("Python");
      check(tab, "a document and a program");

      tab.open(DocsView.link(jetty.uri(), "sample.divide"));
      view.fill("divisor double", "0");
      assertThat(view.send()).containsText("division by zero");
      check(tab, "a fault");
      view.fill("divisor double", "x").press("Send");
      check(tab, "a mistake");

      tab.open(jetty.uri() + "#/multicall");
      assertThat(view.heading()).hasText("Multicall");
      check(tab, "the multicall");
      tab.open(jetty.uri() + "#/history");
      assertThat(view.heading()).hasText("History");
      check(tab, "the history");
      tab.page().locator("#page-token").click();
      assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
      check(tab, "the dialog");
      tab.assertNoTrouble();
    }
  }

  private static void check(Tab tab, String what) {
    assertEquals(List.of(), tab.accessibilityProblems(), what);
  }
}
