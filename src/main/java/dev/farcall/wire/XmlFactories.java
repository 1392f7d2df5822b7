package dev.farcall.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.model.ScalarType;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.glassfish.jaxb.runtime.v2.JAXBContextFactory;

/**
 * The one place that makes XML factories, so that there is one place to look at when asking whether
 * they are safe.
 *
 * <p>The parser and JAXB are constructed, not looked up: a look-up could find those of another jar,
 * with other limits, or nothing at all from a thread of somebody else's. Each property is read back
 * after it is set, and a parser that does not keep one stops the start.
 */
final class XmlFactories {

  // One level of an array or a struct is three elements; the envelope and a scalar add five.
  private static final int ELEMENTS_PER_LEVEL = 3;
  private static final int ELEMENTS_AROUND = 8;

  private XmlFactories() {}

  /** The context of both documents. Costly; once is enough. */
  static JAXBContext jaxbContext() {
    try {
      return new JAXBContextFactory()
          .createContext(new Class<?>[] {MethodCall.class, MethodResponse.class}, Map.of());
    } catch (JAXBException e) {
      throw new IllegalStateException("JAXB does not take the models of the documents", e);
    }
  }

  /** A factory of parsers for documents within these limits. */
  static XMLInputFactory inputFactory(WireLimits limits) {
    FrozenSymbols factory = new FrozenSymbols();
    harden(factory, limits);
    factory.freeze();
    return factory;
  }

  /** Sets what makes a factory safe, and makes sure it did. */
  static void harden(XMLInputFactory factory, WireLimits limits) {
    set(factory, XMLInputFactory.SUPPORT_DTD, false);
    set(factory, XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    set(factory, XMLInputFactory.IS_VALIDATING, false);
    set(factory, XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    // Peers use the prefix ex: without declaring it.
    set(factory, XMLInputFactory.IS_NAMESPACE_AWARE, false);
    set(factory, XMLInputFactory.IS_COALESCING, false);
    // Otherwise a CDATA section that begins near the end of the parser's buffer comes as a whole.
    set(factory, WstxInputProperties.P_MIN_TEXT_SEGMENT, 1);
    set(factory, XMLInputFactory2.P_INTERN_NAMES, true);
    // A lazy parser throws an exception of its own where a text is asked for.
    set(factory, XMLInputFactory2.P_LAZY_PARSING, false);
    set(factory, WstxInputProperties.P_ALLOW_SURROGATE_PAIR_ENTITIES, false);
    set(factory, WstxInputProperties.P_MAX_ENTITY_COUNT, 1L);
    set(factory, WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
    set(factory, WstxInputProperties.P_MAX_ELEMENT_DEPTH, maxElements(limits.maxDepth()));
    set(factory, WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.maxAttributes());
    set(factory, WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.maxAttributeChars());
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
  }

  private static int maxElements(int maxDepth) {
    return Math.multiplyExact(ELEMENTS_PER_LEVEL, maxDepth) + ELEMENTS_AROUND;
  }

  private static void set(XMLInputFactory factory, String property, Object value) {
    try {
      factory.setProperty(property, value);
      Object kept = factory.getProperty(property);
      // Some limits are kept as another type of number.
      if (!String.valueOf(value).equals(String.valueOf(kept))) {
        throw new IllegalStateException(
            "the XML parser does not keep " + property + "=" + value + ", it has " + kept);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the XML parser does not know " + property, e);
    }
  }

  /**
   * Knows the names of XML-RPC and learns no others. Woodstox hands the names of each document on
   * to the next one; names a stranger chose would stay in memory for ever.
   */
  private static final class FrozenSymbols extends WstxInputFactory {

    private static final String[] NAMES = {
      "methodCall", "methodResponse", "methodName", "params", "param", "fault", "value", "array",
      "data", "struct", "member", "name", "xml", "version", "encoding", "xmlns:ex"
    };

    void freeze() {
      for (String name : NAMES) {
        addSymbol(name);
      }
      for (ScalarType type : ScalarType.values()) {
        addSymbol(type.elementName());
        addSymbol("ex:" + type.elementName());
      }
    }

    @Override
    public synchronized void updateSymbolTable(SymbolTable table) {
      // Learn nothing.
    }
  }
}
