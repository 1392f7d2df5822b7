package dev.farcall.model;

import dev.farcall.Binary;
import dev.farcall.FaultCode;
import dev.farcall.WireException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The elements whose content is text, with the value each stands for. Those before {@link #NIL} are
 * of the specification, the rest are extensions, which peers write with the prefix {@code ex:},
 * with another, or with none.
 */
public enum ScalarType {
  /** 32 bit, signed. */
  INT("int", Lexical::toInt),
  /** The same. */
  I4("i4", Lexical::toInt),
  /** {@code 0} or {@code 1}. */
  BOOLEAN("boolean", Lexical::toBoolean),
  /** Text, kept as it is. */
  STRING("string", CharSequence::toString),
  /** Double precision. */
  DOUBLE("double", Lexical::toDouble),
  /** A date and time. */
  DATE_TIME("dateTime.iso8601", Lexical::toDateTime),
  /** Bytes. */
  BASE64("base64", ScalarType::toBinary),
  /** Nothing. */
  NIL("nil", ScalarType::toNil),
  /** 8 bit, signed. */
  I1("i1", Lexical::toByte),
  /** 16 bit, signed. */
  I2("i2", Lexical::toShort),
  /** 64 bit, signed. */
  I8("i8", Lexical::toLong),
  /** Single precision. */
  FLOAT("float", Lexical::toFloat),
  /** A decimal of any size. */
  BIG_DECIMAL("bigdecimal", Lexical::toBigDecimal),
  /** An integer of any size. */
  BIG_INTEGER("biginteger", Lexical::toBigInteger),
  /** A date and time, as Apache's extensions spell it. */
  EX_DATE_TIME("dateTime", Lexical::toDateTime);

  /** The namespace of Apache XML-RPC's extension types. */
  public static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";

  private static final Map<String, ScalarType> BY_NAME = byName();

  private final String elementName;

  // A reference to a static method, which holds no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<CharSequence, @Nullable Object> grammar;

  ScalarType(String elementName, Function<CharSequence, @Nullable Object> grammar) {
    this.elementName = elementName;
    this.grammar = grammar;
  }

  /** The name of the element, without a prefix. */
  public String elementName() {
    return elementName;
  }

  /** Whether Apache's namespace has it. */
  public boolean isExtension() {
    return compareTo(NIL) >= 0;
  }

  /** The scalar whose element has this name, without a prefix; null if there is none. */
  public static @Nullable ScalarType named(String elementName) {
    return BY_NAME.get(elementName);
  }

  /**
   * The value of a text.
   *
   * @throws WireException with {@code -32602} if the text is not of this type
   */
  public @Nullable Object parse(CharSequence text) {
    return grammar.apply(text);
  }

  private static Binary toBinary(CharSequence text) {
    char[] chars = text.toString().toCharArray();
    Base64Decoder decoder = new Base64Decoder(chars.length);
    decoder.decode(chars, 0, chars.length);
    return Binary.wrap(decoder.finish());
  }

  private static @Nullable Object toNil(CharSequence text) {
    if (!Lexical.isBlank(text)) {
      throw new WireException(
          FaultCode.INVALID_REQUEST, "expected nothing in nil, got " + Lexical.quote(text));
    }
    return null;
  }

  private static Map<String, ScalarType> byName() {
    Map<String, ScalarType> types = new HashMap<>();
    for (ScalarType type : values()) {
      types.put(type.elementName, type);
    }
    return types;
  }
}
