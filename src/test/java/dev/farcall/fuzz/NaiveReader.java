package dev.farcall.fuzz;

import dev.farcall.Struct;
import dev.farcall.model.Fault;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads both documents as the specification says, element by element, without limits and without
 * any thought of speed. For comparison with the codec in standard reading.
 */
final class NaiveReader {

  private NaiveReader() {}

  static MethodCall call(byte[] document) throws NaiveException {
    NaiveElement call = withoutText(NaiveElement.root(document), "methodCall");
    String name = null;
    List<@Nullable Object> params = null;
    for (NaiveElement child : call.children()) {
      if (child.name().equals("methodName") && name == null) {
        require(child.children().isEmpty(), child);
        name = child.text();
      } else {
        require(params == null, child);
        params = params(child);
      }
    }
    if (name == null || name.matches("[ \\t\\r\\n]*")) {
      throw new NaiveException("no methodName");
    }
    return new MethodCall(name, params == null ? List.of() : params);
  }

  static MethodResponse response(byte[] document) throws NaiveException {
    NaiveElement response = withoutText(NaiveElement.root(document), "methodResponse");
    NaiveElement child = only(response);
    if (child.name().equals("params")) {
      List<@Nullable Object> params = params(child);
      require(params.size() == 1, child);
      return MethodResponse.of(params.get(0));
    }
    Object value = value(only(withoutText(child, "fault")));
    if (!(value instanceof Struct members)) {
      throw new NaiveException("a fault that is no struct");
    }
    require(members.containsKey("faultCode") && members.containsKey("faultString"), child);
    return MethodResponse.of(Fault.of(members));
  }

  private static List<@Nullable Object> params(NaiveElement params) throws NaiveException {
    List<@Nullable Object> values = new ArrayList<>();
    for (NaiveElement param : withoutText(params, "params").children()) {
      values.add(value(only(withoutText(param, "param"))));
    }
    return values;
  }

  private static @Nullable Object value(NaiveElement value) throws NaiveException {
    require(value.name().equals("value"), value);
    if (value.children().isEmpty()) {
      return value.text();
    }
    NaiveElement typed = only(withoutText(value, "value"));
    switch (typed.name()) {
      case "array" -> {
        return array(withoutText(typed, "array"));
      }
      case "struct" -> {
        return struct(withoutText(typed, "struct"));
      }
      default -> {
        require(typed.children().isEmpty(), typed);
        return NaiveScalars.parse(typed.type(), typed.text());
      }
    }
  }

  private static List<@Nullable Object> array(NaiveElement array) throws NaiveException {
    List<@Nullable Object> values = new ArrayList<>();
    if (!array.children().isEmpty()) {
      for (NaiveElement value : withoutText(only(array), "data").children()) {
        values.add(value(value));
      }
    }
    return values;
  }

  private static Struct struct(NaiveElement element) throws NaiveException {
    Struct struct = new Struct();
    for (NaiveElement member : element.children()) {
      require(withoutText(member, "member").children().size() == 2, member);
      boolean nameFirst = member.children().get(0).name().equals("name");
      NaiveElement name = member.children().get(nameFirst ? 0 : 1);
      require(name.name().equals("name") && name.children().isEmpty(), name);
      require(!struct.containsKey(name.text()), name);
      struct.put(name.text(), value(member.children().get(nameFirst ? 1 : 0)));
    }
    return struct;
  }

  private static NaiveElement withoutText(NaiveElement element, String name) throws NaiveException {
    boolean blank = element.text().matches("[ \\t\\r\\n]*");
    require(element.name().equals(name) && blank, element);
    return element;
  }

  private static NaiveElement only(NaiveElement parent) throws NaiveException {
    require(parent.children().size() == 1, parent);
    return parent.children().get(0);
  }

  private static void require(boolean holds, NaiveElement at) throws NaiveException {
    if (!holds) {
      throw new NaiveException("not XML-RPC at " + at.name());
    }
  }
}
