package dev.farcall.wire;

import dev.farcall.Binary;
import dev.farcall.DateTime;
import dev.farcall.FaultCode;
import dev.farcall.Struct;
import dev.farcall.model.Lexical;
import dev.farcall.model.PlainTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code value} elements from plain values. For one document.
 *
 * <p>It calls itself for each level of nesting, which is safe because the levels are limited.
 */
final class ValueWriter {

  private static final byte[] ARRAY = XmlOutput.ascii("<value><array><data>");
  private static final byte[] ARRAY_END = XmlOutput.ascii("</data></array></value>");
  private static final byte[] STRUCT = XmlOutput.ascii("<value><struct>");
  private static final byte[] STRUCT_END = XmlOutput.ascii("</struct></value>");
  private static final byte[] NAME = XmlOutput.ascii("<member><name>");
  private static final byte[] NAME_END = XmlOutput.ascii("</name>");
  private static final byte[] MEMBER_END = XmlOutput.ascii("</member>");
  private static final byte[] NIL = XmlOutput.ascii("<value><nil/></value>");
  private static final byte[] EX_NIL = XmlOutput.ascii("<value><ex:nil/></value>");
  private static final byte[] TRUE = XmlOutput.ascii("<value><boolean>1</boolean></value>");
  private static final byte[] FALSE = XmlOutput.ascii("<value><boolean>0</boolean></value>");
  private static final Tag STRING = new Tag("string");
  private static final Tag INT = new Tag("int");
  private static final Tag I8 = new Tag("i8");
  private static final Tag DOUBLE = new Tag("double");
  private static final Tag DATE_TIME = new Tag("dateTime.iso8601");
  private static final Tag BASE64 = new Tag("base64");
  private static final Tag EX_I1 = new Tag("ex:i1");
  private static final Tag EX_I2 = new Tag("ex:i2");
  private static final Tag EX_I8 = new Tag("ex:i8");
  private static final Tag EX_FLOAT = new Tag("ex:float");
  private static final Tag EX_BIG_DECIMAL = new Tag("ex:bigdecimal");
  private static final Tag EX_BIG_INTEGER = new Tag("ex:biginteger");
  private static final Tag EX_DATE_TIME = new Tag("ex:dateTime");

  private final XmlOutput out;
  private final Dialect dialect;
  private final int maxDepth;
  private final BinaryOutput binaries;
  private int depth;

  ValueWriter(XmlOutput out, Dialect dialect, int maxDepth, BinaryOutput binaries) {
    this.out = out;
    this.dialect = dialect;
    this.maxDepth = maxDepth;
    this.binaries = binaries;
  }

  void write(@Nullable Object value) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof Integer number) {
      integer(INT, number);
    } else if (value instanceof Map<?, ?> map) {
      struct(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof Boolean flag) {
      out.markup(flag ? TRUE : FALSE);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof DateTime dateTime) {
      dateTime(dateTime);
    } else if (value instanceof Binary binary) {
      base64(binary);
    } else if (value == null) {
      nil();
    } else {
      throw refused("an object that is not a value of XML-RPC");
    }
  }

  private void dateTime(DateTime dateTime) {
    ZoneOffset offset = dateTime.offset().orElse(null);
    if (offset == null || dialect.extensions() != Dialect.Extensions.APACHE) {
      ascii(DATE_TIME, dateTime.compact());
      return;
    }
    // Apache's client passes over an offset in the other type, and has another instant then.
    OffsetDateTime instant = dateTime.toLocalDateTime().atOffset(offset);
    ascii(EX_DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant));
  }

  private void string(String text) {
    if (dialect.illegalCharacters() == Dialect.IllegalCharacters.BASE64
        && Lexical.illegalCharacter(text) >= 0) {
      base64(utf8(text));
      return;
    }
    out.markup(STRING.start);
    out.text(text);
    out.markup(STRING.end);
  }

  private static Binary utf8(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return Binary.wrap(copy);
    } catch (CharacterCodingException e) {
      throw refused("half of a surrogate pair, which no encoding has (setting illegal-characters)");
    }
  }

  private void array(List<?> list) {
    enter();
    out.markup(ARRAY);
    int index = 0;
    for (Object value : list) {
      try {
        write(value);
      } catch (Misread e) {
        throw e.atIndex(index);
      }
      index++;
    }
    out.markup(ARRAY_END);
    depth--;
  }

  private void struct(Map<?, ?> map) {
    enter();
    out.markup(STRUCT);
    if (map instanceof Struct struct) {
      // Without an entry object for each member.
      struct.forEach(this::member);
    } else {
      for (Map.Entry<?, ?> member : map.entrySet()) {
        member(member.getKey(), member.getValue());
      }
    }
    out.markup(STRUCT_END);
    depth--;
  }

  private void member(@Nullable Object key, @Nullable Object value) {
    if (!(key instanceof String name)) {
      throw refused("a member of a struct has a name that is no string");
    }
    try {
      out.markup(NAME);
      out.text(name);
      out.markup(NAME_END);
      write(value);
      out.markup(MEMBER_END);
    } catch (Misread e) {
      throw e.inMember(name);
    }
  }

  private void enter() {
    if (depth == maxDepth) {
      throw refused("more than " + maxDepth + " levels of nesting (setting max-depth)");
    }
    depth++;
  }

  private void number(Number number) {
    if (number instanceof Double value) {
      real(value);
    } else if (dialect.extensions() == Dialect.Extensions.APACHE) {
      extension(number);
    } else {
      reduced(number);
    }
  }

  private void real(double value) {
    if (Double.isFinite(value)) {
      ascii(DOUBLE, Lexical.toText(value));
    } else if (dialect.nonFinite() == Dialect.NonFinite.WRITE) {
      ascii(DOUBLE, Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
    } else {
      throw refused(value + " is no number of XML-RPC (setting non-finite)");
    }
  }

  private void extension(Number number) {
    if (number instanceof Long value) {
      integer(EX_I8, value);
    } else if (number instanceof Short value) {
      integer(EX_I2, value);
    } else if (number instanceof Byte value) {
      integer(EX_I1, value);
    } else if (number instanceof Float value && Float.isFinite(value)) {
      ascii(EX_FLOAT, Lexical.toText(value));
    } else if (number instanceof BigDecimal) {
      ascii(EX_BIG_DECIMAL, number.toString());
    } else if (number instanceof BigInteger) {
      ascii(EX_BIG_INTEGER, number.toString());
    } else {
      reduced(number);
    }
  }

  /** Says a number with a type that peers without Apache's extensions know. */
  private void reduced(Number number) {
    Number plain = PlainTypes.reduce(number);
    if (plain instanceof Integer value) {
      integer(INT, value);
    } else if (plain instanceof Double value) {
      real(value);
    } else if (plain instanceof Long value && dialect.extensions() == Dialect.Extensions.PLAIN) {
      integer(I8, value);
    } else {
      throw refused(
          "a "
              + number.getClass().getSimpleName()
              + " that no type of the peer can hold (setting extensions)");
    }
  }

  private void nil() {
    boolean apache =
        dialect.nil() == Dialect.Nil.APACHE || dialect.extensions() == Dialect.Extensions.APACHE;
    boolean refused =
        dialect.nil() == Dialect.Nil.REFUSE
            || (dialect.extensions() == Dialect.Extensions.NONE && !apache);
    if (refused) {
      throw refused("null, which the peer does not know (setting nil)");
    }
    out.markup(apache ? EX_NIL : NIL);
  }

  private void integer(Tag tag, long value) {
    out.markup(tag.start);
    out.number(value);
    out.markup(tag.end);
  }

  private void ascii(Tag tag, String text) {
    out.markup(tag.start);
    out.markup(XmlOutput.ascii(text));
    out.markup(tag.end);
  }

  private void base64(Binary binary) {
    out.markup(BASE64.start);
    binaries.write(binary, dialect.base64(), out);
    out.markup(BASE64.end);
  }

  private static Misread refused(String problem) {
    return new Misread(FaultCode.INTERNAL_ERROR, problem);
  }

  /** The tags around a scalar, with those of its value. */
  private static final class Tag {
    private final byte[] start;
    private final byte[] end;

    Tag(String name) {
      start = XmlOutput.ascii("<value><" + name + ">");
      end = XmlOutput.ascii("</" + name + "></value>");
    }
  }
}
