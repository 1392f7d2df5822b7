package dev.farcall.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The page as its reader sees it: what is there is found by its role and its name. */
final class DocsView {

  private final Page page;

  DocsView(Page page) {
    this.page = page;
  }

  /** The deep link to a method. */
  static String link(URI endpoint, String method) {
    return endpoint + "#" + URLEncoder.encode(method, StandardCharsets.UTF_8);
  }

  Locator main() {
    return page.getByRole(AriaRole.MAIN);
  }

  Locator list() {
    return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Methods"));
  }

  Locator search() {
    return page.getByRole(AriaRole.SEARCHBOX);
  }

  /** The links of the list that can be seen. */
  Locator links() {
    return list().getByRole(AriaRole.LINK);
  }

  Locator heading() {
    return main().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1));
  }

  /** What came of a call, with its time. */
  Locator outcome() {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Result"));
  }

  /** Follows a link above the page: Multicall, or History. */
  void goTo(String place) {
    page.getByRole(AriaRole.BANNER).getByRole(AriaRole.LINK).getByText(place).click();
  }

  /** Opens a method from the list. */
  DocsView open(String method) {
    list()
        .getByRole(
            AriaRole.LINK,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^" + spoken(method) + "( |$)")))
        .click();
    assertThat(heading()).hasText(method);
    return this;
  }

  Locator field(String name) {
    return main()
        .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  DocsView fill(String name, String text) {
    field(name).fill(text);
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  DocsView press(String name) {
    button(name).click();
    return this;
  }

  DocsView tab(String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    return this;
  }

  /** Sends the call, and waits for what comes of it. */
  Locator send() {
    press("Send");
    assertThat(outcome()).hasAttribute("aria-busy", "false");
    assertThat(outcome()).containsText(Pattern.compile("\\d m?s"));
    return outcome();
  }

  // The prefix is a word of its own in a list whose groups have it as their title. The browser runs
  // the pattern, which does not know Java's way of quoting.
  private static String spoken(String method) {
    int dot = method.lastIndexOf('.') + 1;
    String words = dot == 0 ? method : method.substring(0, dot) + " " + method.substring(dot);
    return words.replace(".", "\\.");
  }
}
