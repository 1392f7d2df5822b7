package dev.farcall.fuzz;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.Struct;
import dev.farcall.model.Lexical;
import dev.farcall.model.MethodCall;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes a call in odd but legal XML, with every spelling that standard reading knows. */
final class OddCall {

  private static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.US_ASCII);

  private final OddXml xml;
  private final String prefix;

  private OddCall(OddXml xml) {
    this.xml = xml;
    this.prefix = xml.oneOf(List.of("", "ex:", "n1:"));
  }

  /** The bytes of a document that is this call. */
  static byte[] write(MethodCall call, Random random) {
    Charset charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
    OddXml xml = new OddXml(random, charset);
    new OddCall(xml).write(call);
    return xml.bytes();
  }

  private void write(MethodCall call) {
    xml.declaration();
    xml.between();
    // Standard reading knows the prefix ex: without a declaration, too.
    boolean declared = prefix.equals("n1:") || xml.chance(2);
    xml.start("methodCall", declared && !prefix.isEmpty() ? declaration() : "");
    xml.between();
    xml.start("methodName");
    xml.text(call.methodName());
    xml.end("methodName");
    xml.between();
    if (!call.params().isEmpty() || xml.chance(2)) {
      params(call.params());
    }
    xml.between();
    xml.end("methodCall");
    xml.between();
  }

  private String declaration() {
    return "xmlns:%s='%s'".formatted(prefix.replace(":", ""), EXTENSIONS);
  }

  private void params(List<@Nullable Object> params) {
    xml.start("params");
    xml.between();
    for (Object param : params) {
      xml.start("param");
      xml.between();
      value(param);
      xml.between();
      xml.end("param");
      xml.between();
    }
    xml.end("params");
  }

  private void value(@Nullable Object value) {
    if (value instanceof String text && xml.chance(2)) {
      if (text.isEmpty()) {
        xml.empty("value");
      } else {
        scalar("value", text);
      }
      return;
    }
    xml.start("value");
    xml.between();
    typed(value);
    xml.between();
    xml.end("value");
  }

  private void typed(@Nullable Object value) {
    if (value instanceof Struct struct) {
      struct(struct);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value == null) {
      xml.empty(extension("nil"));
    } else if (value instanceof String text) {
      scalar(optional("string"), text);
    } else {
      scalar(type(value), blank() + text(value) + blank());
    }
  }

  private void scalar(String element, String text) {
    xml.start(element);
    xml.text(text);
    xml.end(element);
  }

  private void struct(Struct struct) {
    xml.start("struct");
    xml.between();
    for (Map.Entry<String, @Nullable Object> member : struct.entrySet()) {
      boolean nameFirst = !xml.chance(4);
      xml.start("member");
      xml.between();
      if (nameFirst) {
        scalar("name", member.getKey());
        xml.between();
      }
      value(member.getValue());
      xml.between();
      if (!nameFirst) {
        scalar("name", member.getKey());
        xml.between();
      }
      xml.end("member");
      xml.between();
    }
    xml.end("struct");
  }

  private void array(List<?> list) {
    if (list.isEmpty() && xml.chance(2)) {
      xml.empty("array");
      return;
    }
    xml.start("array");
    xml.between();
    xml.start("data");
    xml.between();
    for (Object item : list) {
      value(item);
      xml.between();
    }
    xml.end("data");
    xml.between();
    xml.end("array");
  }

  private String type(Object value) {
    if (value instanceof Integer) {
      return optional(xml.oneOf(List.of("int", "i4")));
    } else if (value instanceof Boolean) {
      return optional("boolean");
    } else if (value instanceof Double) {
      return optional("double");
    } else if (value instanceof Binary) {
      return optional("base64");
    } else if (value instanceof DateTime) {
      return xml.chance(3) ? extension("dateTime") : "dateTime.iso8601";
    } else if (value instanceof Byte) {
      return extension("i1");
    } else if (value instanceof Short) {
      return extension("i2");
    } else if (value instanceof Long) {
      return extension("i8");
    } else if (value instanceof Float) {
      return extension("float");
    }
    return extension(value instanceof BigDecimal ? "bigdecimal" : "biginteger");
  }

  private String extension(String type) {
    return prefix + type;
  }

  private String optional(String type) {
    return xml.chance(8) ? prefix + type : type;
  }

  private String text(Object value) {
    if (value instanceof Binary binary) {
      String text = Base64.getEncoder().encodeToString(binary.toByteArray());
      return xml.chance(2) ? text.replaceAll("(.{1,5})", "$1\n ") : text;
    } else if (value instanceof Double number) {
      return xml.chance(2) ? number.toString() : Lexical.toText(number);
    } else if (value instanceof Boolean flag) {
      return flag ? "1" : "0";
    } else if (value instanceof Number && !(value instanceof BigInteger)) {
      return value.toString();
    } else if (value instanceof BigInteger number) {
      return number.signum() >= 0 && xml.chance(4) ? "+0" + number : number.toString();
    }
    return value.toString();
  }

  private String blank() {
    return xml.oneOf(List.of("", "", " ", "\n", "\t "));
  }
}
