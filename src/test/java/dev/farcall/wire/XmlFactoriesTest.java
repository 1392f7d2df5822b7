package dev.farcall.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlFactoriesTest {

  private static final WireLimits LIMITS = WireLimits.defaults();

  @ParameterizedTest
  @ValueSource(
      strings = {
        XMLInputFactory.SUPPORT_DTD,
        XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES,
        XMLInputFactory.IS_VALIDATING,
        XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES,
        XMLInputFactory.IS_NAMESPACE_AWARE,
        XMLInputFactory.IS_COALESCING,
        XMLInputFactory2.P_INTERN_NAMES,
        XMLInputFactory2.P_LAZY_PARSING,
        WstxInputProperties.P_ALLOW_SURROGATE_PAIR_ENTITIES,
        WstxInputProperties.P_MAX_ENTITY_COUNT,
        WstxInputProperties.P_MAX_ENTITY_DEPTH,
        WstxInputProperties.P_MAX_ELEMENT_DEPTH,
        WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT,
        WstxInputProperties.P_MAX_ATTRIBUTE_SIZE
      })
  void aFactoryThatRejectsAPropertyStopsTheStart(String property) {
    assertEquals(
        "the XML parser does not know " + property,
        assertThrows(
                IllegalStateException.class,
                () -> XmlFactories.harden(new Rejecting(property), LIMITS))
            .getMessage());
  }

  @Test
  void everyPropertyThatIsSetIsReadBack() {
    Recording recording = new Recording();
    XmlFactories.harden(recording, LIMITS);

    assertEquals(15, recording.set.size());
    for (String property : recording.set) {
      String refusal =
          String.valueOf(
              assertThrows(
                      IllegalStateException.class,
                      () -> XmlFactories.harden(new Forgetting(property), LIMITS))
                  .getMessage());
      assertTrue(refusal.startsWith("the XML parser does not keep " + property + "="), refusal);
      assertTrue(refusal.endsWith(", it has forgotten"), refusal);
    }
  }

  @Test
  void theParserOfTheJdkIsNotTaken() {
    assertThrows(
        IllegalStateException.class,
        () -> XmlFactories.harden(XMLInputFactory.newDefaultFactory(), LIMITS));
  }

  @Test
  void externalEntitiesAreNotResolved() {
    XMLInputFactory factory = XmlFactories.inputFactory(LIMITS);

    assertEquals(
        "external entities are not read",
        assertThrows(
                XMLStreamException.class,
                () -> factory.getXMLResolver().resolveEntity("a", "b", "c", "d"))
            .getMessage());
  }

  @Test
  void theLimitsAreThoseThatWereAskedFor() {
    XMLInputFactory factory = XmlFactories.inputFactory(new WireLimits(1, 7, 1, 1, 1, 1, 1, 3, 99));

    assertEquals(29, factory.getProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH));
    assertEquals(3, factory.getProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT));
    assertEquals(99, factory.getProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE));
  }

  @Test
  void namesOfStrangersAreNotLearned() throws XMLStreamException {
    WstxInputFactory factory = (WstxInputFactory) XmlFactories.inputFactory(LIMITS);
    int known = known(factory);

    for (int i = 0; i < 1_000; i++) {
      read(factory, "<a" + i + "><?p" + i + "?><b" + i + " c" + i + "=''/></a" + i + ">");
    }

    assertEquals(known, known(factory));
  }

  private static int known(WstxInputFactory factory) {
    return factory.createPrivateConfig().getSymbols().size();
  }

  private static void read(XMLInputFactory factory, String document) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
    while (reader.hasNext()) {
      int unused = reader.next();
    }
    reader.close();
  }

  /** Does not know one property. */
  private static final class Rejecting extends WstxInputFactory {
    private final String property;

    Rejecting(String property) {
      this.property = property;
    }

    @Override
    public void setProperty(String name, Object value) {
      if (name.equals(property)) {
        throw new IllegalArgumentException(name);
      }
      super.setProperty(name, value);
    }
  }

  /** Takes a property and has another value afterwards. */
  private static final class Forgetting extends WstxInputFactory {
    private final String property;

    Forgetting(String property) {
      this.property = property;
    }

    @Override
    public Object getProperty(String name) {
      return name.equals(property) ? "forgotten" : super.getProperty(name);
    }
  }

  /** Knows what was set. */
  private static final class Recording extends WstxInputFactory {
    private final Set<String> set = new TreeSet<>();

    @Override
    public void setProperty(String name, Object value) {
      set.add(name);
      super.setProperty(name, value);
    }
  }
}
