package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.testkit.Browser;
import dev.farcall.testkit.JettyFixture;
import dev.farcall.testkit.Tab;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What a real browser makes of the permissions. */
final class CrossOriginBrowserTest {

  private static final String CALL =
      "async ([uri, credentials]) => {"
          + " try {"
          + "  const reply = await fetch(uri, {method: 'POST', credentials, headers: {"
          + "   'Content-Type': 'text/xml', 'Farcall-Deadline': '60000',"
          + "   'traceparent': '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'},"
          + "   body: '<methodCall><methodName>system.listMethods</methodName></methodCall>'});"
          + "  return `${reply.status} ${(await reply.text()).includes('system.describe')}`;"
          + " } catch (e) { return e.name; } }";

  /** What the script of a page, which is not there but has an origin, gets of a call. */
  private static String call(String credentials, Browser browser, URI page, JettyFixture server) {
    try (Tab tab = browser.open(page)) {
      return String.valueOf(
          tab.page().evaluate(CALL, new Object[] {server.uri().toString(), credentials}));
    }
  }

  @Test
  void pageOfAListedOriginCallsAndOthersDoNot() throws Exception {
    try (Browser browser = Browser.start();
        JettyFixture pages = JettyFixture.of(new XmlRpcServlet()).start()) {
      URI page = pages.uri().resolve("/page");
      String origin = page.getScheme() + "://" + page.getAuthority();
      try (JettyFixture listing =
              JettyFixture.of(new XmlRpcServlet()).param("allowed-origins", origin).start();
          JettyFixture trusting =
              JettyFixture.of(new XmlRpcServlet())
                  .param("allowed-origins", origin)
                  .param("cross-origin-credentials", "on")
                  .start();
          JettyFixture silent = JettyFixture.of(new XmlRpcServlet()).start()) {
        assertEquals("200 true", call("omit", browser, page, listing));
        assertEquals("TypeError", call("include", browser, page, listing));
        assertEquals("200 true", call("include", browser, page, trusting));
        assertEquals("TypeError", call("omit", browser, page, silent));
      }
    }
  }
}
