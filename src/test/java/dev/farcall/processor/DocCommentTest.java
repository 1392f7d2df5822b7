package dev.farcall.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocCommentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{@code x}                            | x",
        "{@code List<String> & {a}}           | List<String> & {a}",
        "{@literal <p>}                       | <p>",
        "{@link X}                            | X",
        "{@link X label}                      | label",
        "{@link X {@code label}}              | label",
        "{@linkplain #y the other}            | the other",
        "{@link #y}                           | y",
        "{@link X#y(int, List<A> b)}          | X.y(int, List<A> b)",
        "{@link X#y(int, String) that}        | that",
        "{@value #LIMIT}                      | LIMIT",
        "{@return the sum}                    | Returns the sum.",
        "{@summary Adds.} More.               | Adds. More.",
        "{@inheritDoc}                        | ''",
        "{@index term}                        | term",
        "{@code}                              | ''",
        "{@code open                          | {@code open",
        "a {b} c                              | a {b} c",
      })
  void inlineTagsShowTheirText(String javadoc, String expected) {
    assertEquals(expected.equals("''") ? "" : expected, plainText(javadoc));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a  b                                 | a b",
        "a <em>b</em> <a href=\"x\">c</a>     | a b c",
        "a<p>b                                | a__b",
        "<p>a</p> <p>b</p>                    | a__b",
        "a<br>b                               | a_b",
        "a<ul><li>b</li><li>c</ul>d           | a__- b_- c__d",
        "<table><tr><td>a<td>b<tr><td>c</table> | a b_c",
        "a<!-- b -->c                         | ac",
        "1 < 2 && 3 > 2                       | 1 < 2 && 3 > 2",
        "&lt;b&gt; &amp;amp; &quot;&apos;     | <b> &amp; \"'",
        "&#65;&#x42;&#039;                    | AB'",
        "&unknown; &#x110000; &#zz;           | &unknown; &#x110000; &#zz;",
      })
  void markupBecomesWhiteSpace(String javadoc, String expected) {
    assertEquals(expected.replace('_', '\n'), plainText(javadoc));
  }

  @Test
  void linesAreJoined() {
    assertEquals("a b c", plainText(" a\n b\n\n c\n"));
  }

  @Test
  void preformattedLinesStay() {
    assertEquals(
        "See:\n\n  a  b\n    c\n\nd\n\nMore.",
        plainText(" See:\n <pre>{@code\n   a  b\n     c\n\n d\n }</pre>\n More."));
  }

  @Test
  void aTagWithinAnInlineTagIsText() {
    assertEquals("@Override\n\nx: y", plainText(" {@code\n @Override }\n @param x y"));
  }

  @Test
  void parametersAloneHaveNoEmptyLinesBefore() {
    assertEquals("x: y", plainText("@param x y"));
  }

  @Test
  void aTypeParameterIsLeftOut() {
    assertEquals("Reads.", plainText("Reads.\n@param <T> the type"));
  }

  @Test
  void aTagWithoutTextIsLeftOut() {
    assertEquals("Reads.", plainText("Reads.\n@param x\n@return\n@since 1"));
  }

  @Test
  void theResultOfAnInlineTagMayStandAlone() {
    assertEquals("Returns it.\n\nx: y", plainText("{@return it}\n@param x y"));
  }

  @Test
  void anEmptyCommentIsEmpty() {
    assertEquals("", plainText("  \n "));
  }

  private static String plainText(String comment) {
    return DocComment.parse(comment).plainText();
  }
}
