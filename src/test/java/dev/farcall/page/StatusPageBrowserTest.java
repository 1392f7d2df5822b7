package dev.farcall.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.farcall.client.XmlRpcClient;
import dev.farcall.examples.Sample;
import dev.farcall.servlet.StatusServlet;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.Browser;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.Tab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page for operators in a real Chromium, while calls are made. */
final class StatusPageBrowserTest {

  @Test
  void callsAreCountedAndEverybodyCanReadThem() throws Exception {
    try (JettyFixture jetty =
            JettyFixture.of(new XmlRpcServlet())
                .param("handler.sample", Sample.class.getName())
                .param("status", "on")
                .beside(new StatusServlet(), "status", "/status/*", Map.of())
                .start();
        XmlRpcClient client = XmlRpcClient.builder(jetty.uri()).build();
        Browser browser = Browser.start()) {
      assertEquals(9, client.call(int.class, "sample.get_power", 3, 2));
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        NewContextOptions options =
            new NewContextOptions().setColorScheme(scheme).setViewportSize(360, 740);
        try (Tab tab = browser.open(jetty.uri().resolve("/status/"), options)) {
          assertThat(tab.page().getByText("Ready").first()).isVisible();
          assertThat(
                  tab.page()
                      .getByRole(
                          AriaRole.REGION, new Page.GetByRoleOptions().setName("Table of methods")))
              .containsText("sample.get_power");
          assertEquals(List.of(), tab.accessibilityProblems());
          assertEquals(
              true,
              tab.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
          tab.assertNoTrouble();
        }
      }
    }
  }
}
