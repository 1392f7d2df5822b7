package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.farcall.ProtocolError;
import dev.farcall.WireException;
import dev.farcall.testkit.Reply;
import dev.farcall.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that servers and proxies send in place of an answer, which are said to be pages. */
final class PagesForPeopleTest {

  private static <T extends Exception> T failure(Class<T> type, Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(reply);
        XmlRpcClient client = XmlRpcClient.builder(server.uri()).build()) {
      return assertThrows(type, () -> client.call("m"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html></html>",
        "\ufeff\r\n<!doctype HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">",
        "<html lang='en'>",
        // Supervisor, and Python.
        "<head>\r\n<title>Error response</title>",
        // Perl.
        "<title>403 Forbidden</title>\n<h1>403 Forbidden</h1>",
        // lighttpd.
        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n<!DOCTYPE html PUBLIC",
        "<!-- a --><!-- <b> -->\n<body>",
        "<center><h1>502 Bad Gateway</h1></center>"
      })
  void pageIsSaidToBeOne(String page) throws Exception {
    ProtocolError e = failure(ProtocolError.class, Reply.xml(page));
    assertEquals(e.uri() + ": answered with status 200 and an HTML page", e.getMessage());
    assertEquals(page, e.bodyStart());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Not Found", "<?xml version=\"1.0\"?><rss/>", "<header/>"})
  void otherTextIsNot(String text) throws Exception {
    ProtocolError e = failure(ProtocolError.class, Reply.status(500).body(text));
    assertEquals(e.uri() + ": answered with status 500 and no methodResponse", e.getMessage());
  }

  @Test
  void commentsWithoutAPageAreLookedAtOnce() throws Exception {
    Reply reply = Reply.xml("<!-- -->".repeat(1000));
    assertEquals(-32_700, failure(WireException.class, reply).code().code());
  }
}
