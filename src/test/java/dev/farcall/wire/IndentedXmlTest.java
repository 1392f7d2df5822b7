package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndentedXmlTest {

  @Test
  void elementsAreOnLinesOfTheirOwn() {
    assertEquals(
        """
        <?xml version="1.0"?>
        <methodCall>
          <methodName>sample.add</methodName>
          <params>
            <param>
              <value>
                <array>
                  <data>
                    <value>
                      <int>5</int>
                    </value>
                    <value/>
                    <value>text</value>
                  </data>
                </array>
              </value>
            </param>
          </params>
        </methodCall>""",
        IndentedXml.of(
            "<?xml version=\"1.0\"?><methodCall><methodName>sample.add</methodName><params><param>"
                + "<value><array><data><value><int>5</int></value><value/><value>text</value>"
                + "</data></array></value></param></params></methodCall>"));
  }

  @Test
  void blanksBetweenTagsAreReplaced() {
    assertEquals(
        """
        <params>
          <param>
            <value> x </value>
          </param>
        </params>""",
        IndentedXml.of(
            "\n<params>\r\n\r\n\t<param> <value> x </value>\n</param>    </params>\n\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<string></string>",
        "<string>  </string>",
        "<string>two\nlines\n  </string>",
        "<string>\u00a0</string>",
        "<string> a &lt; b &amp; c </string>",
        "<string><![CDATA[ <a><b> ]]></string>",
        "<string><!-- nothing --></string>",
        "<string> <!-- a --> <?b c?> </string>",
        "<string>a <!-- <b> --> c</string>",
      })
  void textStaysAsItIs(String string) {
    assertEquals(string, IndentedXml.of(string));
    assertEquals(
        "<value>\n  " + string + "\n</value>", IndentedXml.of("<value>" + string + "</value>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<value>text<int>5</int></value>",
        "<value> <int>5</int> text</value>",
        "<value><i8/><![CDATA[]]></value>",
      })
  void nothingIsAddedBesideText(String mixed) {
    assertEquals(mixed, IndentedXml.of(mixed));
  }

  @Test
  void attributesCommentsAndInstructionsPass() {
    assertEquals(
        """
        <!DOCTYPE a [<!ENTITY b "]>">]>
        <!-- <c> -->
        <a b=">" c = '"/>'>
          <?d <e> ?>
          <e f="1" />
          <!-- -->
        </a>
        <!-- end -->""",
        IndentedXml.of(
            "<!DOCTYPE a [<!ENTITY b \"]>\">]><!-- <c> --><a b=\">\" c = '\"/>'><?d <e> ?>"
                + "<e f=\"1\" /><!-- --></a><!-- end -->"));
  }

  @Test
  void whatWasCutOffIsLaidOutAsFarAsItGoes() {
    assertEquals(
        """
        <data>
          <value>
            <int>5</int>
          </value>
          <val""",
        IndentedXml.of("<data><value><int>5</int></value><val"));
    assertEquals(
        """
        <data>
          <value>
            <int>5""",
        IndentedXml.of("<data><value><int>5"));
    assertEquals("<data>\n  <value/>\n  <", IndentedXml.of("<data><value/><"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "502 Bad Gateway\n",
        "{\"a\": [1, 2]}",
        "<html><head><meta charset=x></head> <body><p>a<br>b</body></html>",
        "<a><b></a></b>",
        "</a>",
        "<a/></a>",
        "<a b='c><d/></a>",
        "a < b, <, >, <<, ]]>, <1>",
        "<!DOCTYPE html",
        "<",
        "</",
        "<>",
        "</>",
        "<!>",
        "<?",
      })
  void whatIsNotXmlIsGivenBack(String text) {
    assertEquals(text, IndentedXml.of(text));
  }

  @Test
  void textAroundADocumentStays() {
    assertEquals(
        "HTTP/1.1 200 OK\n\n<a>\n  <b/>\n</a>\n",
        IndentedXml.of("HTTP/1.1 200 OK\n\n<a><b/></a>\n"));
  }

  @Test
  void deepDocumentsAreNotIndentedWithoutEnd() {
    int levels = 200_000;
    List<String> lines =
        IndentedXml.of("<a>".repeat(levels) + "</a>".repeat(levels)).lines().toList();

    assertEquals(2 * levels - 1, lines.size());
    assertEquals("  ".repeat(64) + "<a></a>", lines.get(levels - 1));
    assertEquals("  ".repeat(63) + "</a>", lines.get(2 * levels - 65));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a ", "<a '", "<!--", "<![CDATA[", "<?a ", "<![", "<", "</a", "a<"})
  void whatNeverEndsIsReadOnce(String beginning) {
    String text = beginning.repeat(1_000_000);
    assertEquals(text, IndentedXml.of(text));
  }
}
