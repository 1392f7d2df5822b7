package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.model.MethodResponse;
import dev.farcall.testkit.GeneratedValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A document that is laid out says the same. */
final class IndentedXmlPropertiesTest {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  @Property(tries = 400)
  void valuesStayWhatTheyWere(@ForAll("values") @Nullable Object value) throws IOException {
    byte[] indented = IndentedXml.of(document(value)).getBytes(StandardCharsets.UTF_8);
    assertEquals(value, CODEC.readResponse(new ByteArrayInputStream(indented), null).value());
  }

  @Property(tries = 400)
  void withoutLineBreaksBetweenTagsItIsTheOriginal(@ForAll("values") @Nullable Object value)
      throws IOException {
    String document = document(value);
    assertEquals(joined(document), joined(IndentedXml.of(document)));
  }

  /** Takes the blanks of a text that is nothing else, too, so that both sides lose them. */
  private static String joined(String document) {
    return document.replaceAll("(?<=>)\n *(?=<)", "");
  }

  @Property(tries = 400)
  void aSecondTimeChangesNothing(@ForAll("values") @Nullable Object value) throws IOException {
    String once = IndentedXml.of(document(value));
    assertEquals(once, IndentedXml.of(once));
  }

  @Property(tries = 2_000)
  void ofWhateverElseOnlyBlanksChange(@ForAll("garbage") String garbage) {
    assertEquals(withoutBlanks(garbage), withoutBlanks(IndentedXml.of(garbage)));
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("[ \t\r\n]", "");
  }

  private static String document(@Nullable Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CODEC.write(MethodResponse.of(value), Dialect.APACHE, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<@Nullable Object> values() {
    return GeneratedValues.any();
  }

  @Provide
  Arbitrary<String> garbage() {
    Arbitrary<String> tags =
        Arbitraries.of(
            "<a>", "</a>", "<b c='>'>", "</b>", "<d/>", "<", ">", "/>", "'", "\"", "<!", "[", "]");
    return Arbitraries.oneOf(tags, tags, GeneratedValues.texts())
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}
