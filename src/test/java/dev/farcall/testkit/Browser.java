package dev.farcall.testkit;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium, without a window: the one that is installed, none is downloaded.
 *
 * <pre>{@code
 * try (Browser browser = Browser.start(); Tab tab = browser.open(jetty.uri())) {
 *   tab.page().getByText("sample.add").click();
 * }
 * }</pre>
 *
 * <p>For use by one thread.
 */
public final class Browser implements AutoCloseable {

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Starts it, or ends the test where there is none, see {@link Needed}. */
  public static Browser start() {
    Optional<Path> program = program();
    Needed.orSkip(program.isPresent(), "chromium");
    // On a machine that is busy with the rest of a build, a page takes longer than 5 s now and
    // then.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    // As root, which builds often are, Chromium refuses to start with it.
                    .setArgs(List.of("--no-sandbox"))));
  }

  /** A tab that no other shares anything with, which has opened this address. */
  public Tab open(Object address) {
    return open(address, Tab.DESKTOP);
  }

  /** The same with other options: a size, a colour scheme, a password. */
  public Tab open(Object address, com.microsoft.playwright.Browser.NewContextOptions options) {
    return Tab.open(chromium.newContext(options), address.toString());
  }

  /** An empty tab, for what has to be prepared before it opens an address. */
  public Tab blank() {
    return Tab.blank(chromium.newContext(Tab.DESKTOP));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  private static Optional<Path> program() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
