package dev.farcall.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.farcall.examples.Sample;
import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.Browser;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.Tab;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real Chromium, with the servlet behind it. */
final class DocsPageBrowserTest {

  private static JettyFixture jetty;
  private static Browser browser;

  private Tab tab;
  private DocsView view;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.sample", Sample.class.getName())
            .param("method.today", Sample.class.getName() + "#today")
            .param("docs", "on")
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    try (JettyFixture server = jetty;
        Browser chromium = browser) {
      assertTrue(server != null && chromium != null);
    }
  }

  @BeforeEach
  void open() {
    tab = browser.open(jetty.uri());
    view = new DocsView(tab.page());
  }

  @AfterEach
  void close() {
    try {
      tab.assertNoTrouble();
    } finally {
      tab.close();
    }
  }

  @Test
  void methodsAreListedInGroupsWithTheirHelp() {
    assertThat(view.list()).containsText("18 methods");
    assertThat(view.list().getByRole(AriaRole.BUTTON).getByText("sample")).isVisible();
    assertThat(view.links().first()).containsText("Tells the date and the time of day.");
    assertThat(view.main()).containsText("18 methods can be called here by XML-RPC.");
  }

  @Test
  void searchLooksAtNamesAndHelp() {
    view.search().fill("birthday");
    assertThat(view.links()).hasCount(1);
    assertThat(view.links().first()).containsText("oldest");
    view.search().fill("da");
    assertThat(view.links().first()).containsText("days_between");
    view.search().fill("nothing like this");
    assertThat(view.links()).hasCount(0);
    view.search().press("Escape");
    assertThat(view.links()).hasCount(18);
  }

  @Test
  void keyboardIsEnough() {
    // Keys, unlike clicks, do not wait for what they are meant for.
    assertThat(view.links()).hasCount(18);
    tab.page().keyboard().press("/");
    assertThat(view.search()).isFocused();
    tab.page().keyboard().type("divide");
    assertThat(view.links()).hasCount(1);
    tab.page().keyboard().press("Enter");
    assertThat(view.heading()).hasText("sample.divide");
    assertThat(view.heading()).isFocused();
    view.field("divisor double").focus();
    tab.page().keyboard().press("Control+A");
    tab.page().keyboard().type("4");
    tab.page().keyboard().press("Control+Enter");
    assertThat(view.outcome()).containsText("Success");
  }

  @Test
  void methodTellsAllThatIsKnownOfIt() {
    view.open("sample.oldest");
    assertThat(view.main()).containsText("Finds the oldest of some people.");
    assertThat(view.main())
        .containsText("struct Person sample.oldest(array of struct Person people)");
    assertThat(view.main()).containsText("each with a name, a birthday and perhaps an address");
    assertThat(view.main()).containsText("born");
    assertThat(view.main()).containsText("the one with the earliest birthday, nil for nobody");
    assertThat(view.main().getByText("idempotent").first()).isVisible();
    view.open("sample.fail");
    assertThat(view.main().getByText("not idempotent").first()).isVisible();
  }

  @Test
  void deepLinkOpensAMethodAndBackLeavesIt() {
    tab.open(DocsView.link(jetty.uri(), "sample.add"));
    assertThat(view.heading()).hasText("sample.add");
    assertEquals("sample.add · Farcall", tab.page().title());
    view.open("sample.divide");
    tab.page().goBack();
    assertThat(view.heading()).hasText("sample.add");
  }

  @Test
  void hiddenMethodCanBeCalledAnyway() {
    tab.open(DocsView.link(jetty.uri(), "sample.nope"));
    assertThat(view.heading()).hasText("There is no such method in the list");
    view.press("Call it anyway");
    assertThat(view.send()).containsText("no method sample.nope");
  }

  @Test
  void callShowsItsResultAndBothDocuments() {
    view.open("sample.get_power").fill("base int", "3").fill("exponent int", "2");
    assertThat(view.send()).containsText("Success");
    assertThat(view.outcome().getByRole(AriaRole.TABPANEL)).containsText("9");
    view.tab("Request XML");
    assertThat(view.outcome().getByRole(AriaRole.TABPANEL))
        .containsText("<methodName>sample.get_power</methodName>");
    view.tab("Response XML");
    assertThat(view.outcome().getByRole(AriaRole.TABPANEL)).containsText("<int>9</int>");
  }

  @Test
  void faultIsShownAsOne() {
    view.open("sample.divide").fill("divisor double", "0");
    assertThat(view.send()).containsText("Fault 4");
    assertThat(view.outcome()).containsText("division by zero");
  }

  @Test
  void mistakeInTheFormIsToldAtItsField() {
    view.open("sample.get_power").fill("base int", "99999999999").press("Send");
    assertThat(view.field("base int")).hasAttribute("aria-invalid", "true");
    assertThat(view.field("base int")).isFocused();
    assertThat(view.field("exponent int")).not().hasAttribute("aria-invalid", "true");
  }

  @Test
  void fileIsSentAsBytes() {
    view.open("sample.sha256");
    view.main()
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("File").setExact(true))
        .check();
    tab.page()
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload("hello.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8)));
    assertThat(view.send())
        .containsText("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  }

  @Test
  void recordsAndRowsAreFilledIn() {
    view.open("sample.oldest").fill("name string", "Ann");
    view.press("Add item to people");
    view.field("name string").nth(1).fill("Bob");
    tab.page().locator("input[type=datetime-local]").nth(1).fill("1980-05-17T00:00");
    assertThat(view.send().getByRole(AriaRole.TABPANEL)).containsText("Bob");
    assertThat(view.outcome().getByRole(AriaRole.TABPANEL)).containsText("1980-05-17");
  }

  @Test
  void callsAreCollectedAndSentAsOne() {
    view.open("sample.get_power").fill("base int", "3").fill("exponent int", "2");
    view.press("Add to multicall");
    view.open("sample.divide").fill("divisor double", "0").press("Add to multicall");
    view.goTo("Multicall");
    assertThat(view.main()).containsText("2 calls");
    view.press("Send as one");
    assertThat(view.outcome()).containsText("1 result, 1 fault");
    assertThat(view.outcome()).containsText("division by zero");
    view.tab("Request XML");
    assertThat(view.outcome()).containsText("<methodName>system.multicall</methodName>");
  }

  @Test
  void historyPutsACallBackIntoTheForm() {
    view.open("sample.get_power").fill("base int", "7").fill("exponent int", "2");
    assertThat(view.send()).containsText("49");
    view.fill("base int", "0");
    view.goTo("History");
    assertThat(view.main()).containsText("1 call");
    view.main().getByRole(AriaRole.LINK).getByText("sample.get_power").click();
    assertThat(view.field("base int")).hasValue("7");
  }

  @Test
  void programOfTheCallFollowsTheForm() {
    view.open("sample.get_power").fill("base int", "12").tab("Python");
    assertThat(view.main().getByText("ServerProxy").last()).containsText(jetty.uri().toString());
    assertThat(view.main()).containsText("get_power(12, 0)");
  }

  @Test
  void nothingIsStored() {
    view.open("sample.get_power");
    view.send();
    assertEquals(
        List.of(0, 0, ""),
        tab.page().evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]"));
    assertEquals(List.of(), tab.page().context().cookies());
  }

  @Test
  void themeCanBeChosen() {
    String before = background();
    view.press("Theme: system. Change to light").press("Theme: light. Change to dark");
    assertTrue(!background().equals(before), before);
  }

  private String background() {
    return String.valueOf(
        tab.page().evaluate("() => getComputedStyle(document.body).backgroundColor"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#sample.oldest", "#sample.add", "#/multicall", "#/history", "#nope"})
  void nothingIsWiderThanASmallScreen(String place) {
    try (Tab small =
        browser.open(jetty.uri() + place, new NewContextOptions().setViewportSize(360, 740))) {
      assertThat(small.page().getByRole(AriaRole.HEADING).first()).isAttached();
      small.page().waitForFunction("() => document.querySelector('h1') !== null");
      assertEquals(
          true, small.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
    }
  }
}
