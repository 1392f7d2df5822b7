package dev.farcall.wire;

import dev.farcall.model.ScalarType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Guesses which element of XML-RPC a peer means by a name in other case, or with a prefix. */
final class ElementNames {

  private static final Map<String, String> KNOWN = known();

  private ElementNames() {}

  /** The name of XML-RPC that this stands for; the same if it stands for none. */
  static String guess(String name) {
    String local = name.substring(name.indexOf(':') + 1);
    return KNOWN.getOrDefault(local.toLowerCase(Locale.ROOT), name);
  }

  private static Map<String, String> known() {
    Map<String, String> names = new HashMap<>();
    for (String name :
        List.of(
            "methodCall",
            "methodResponse",
            "methodName",
            "params",
            "param",
            "fault",
            "value",
            "array",
            "data",
            "struct",
            "member",
            "name")) {
      names.put(name.toLowerCase(Locale.ROOT), name);
    }
    for (ScalarType type : ScalarType.values()) {
      names.put(type.elementName().toLowerCase(Locale.ROOT), type.elementName());
    }
    return names;
  }
}
