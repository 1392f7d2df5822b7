package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tab of a {@link Browser}, which keeps all that a page should not have done. */
public final class Tab implements AutoCloseable {

  /** An ordinary window. */
  public static final NewContextOptions DESKTOP =
      new NewContextOptions().setViewportSize(1280, 800);

  private final BrowserContext context;
  private final Page page;
  private final List<String> troubles = new ArrayList<>();
  private String origin = "";

  private Tab(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(this::keep);
    page.onPageError(error -> troubles.add("error: " + error));
    page.onDialog(
        dialog -> {
          troubles.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(this::keep);
  }

  static Tab blank(BrowserContext context) {
    return new Tab(context);
  }

  static Tab open(BrowserContext context, String address) {
    Tab tab = new Tab(context);
    tab.open(address);
    return tab;
  }

  /** Opens an address. From now on every request to another server is a trouble. */
  public void open(String address) {
    origin = URI.create(address).resolve("/").toString();
    page.navigate(address);
  }

  /** What is shown. */
  public Page page() {
    return page;
  }

  /**
   * That nothing went wrong so far: no error or warning of the console, among which are all
   * violations of the content security policy; no exception of a script; no dialog; no request to
   * another server.
   */
  public void assertNoTrouble() {
    assertEquals(List.of(), troubles);
  }

  /** Forgets what went wrong so far, which the test expected. */
  public void forgiveTrouble() {
    troubles.clear();
  }

  /**
   * What axe-core finds that readers with a disability could not use: a line for each kind of
   * mistake, with the elements that have it.
   */
  @SuppressWarnings("unchecked") // the script below makes such a list
  public List<String> accessibilityProblems() {
    page.evaluate(axe());
    return (List<String>)
        page.evaluate(
            "async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                + " 'wcag22aa', 'best-practice']})).violations.map(each => `${each.id}:"
                + " ${each.nodes.map(node => `${node.target} (${node.any.map(a =>"
                + " a.message)})`).join(', ')}`)");
  }

  @Override
  public void close() {
    context.close();
  }

  private void keep(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      troubles.add(message.type() + ": " + message.text());
    }
  }

  private void keep(Request request) {
    boolean own = request.url().startsWith(origin) || request.url().startsWith("blob:" + origin);
    if (!own) {
      troubles.add("request: " + request.url());
    }
  }

  private static String axe() {
    try (InputStream in = Tab.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
