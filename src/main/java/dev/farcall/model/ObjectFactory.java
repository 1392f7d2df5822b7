package dev.farcall.model;

import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.annotation.XmlElementDecl;
import jakarta.xml.bind.annotation.XmlRegistry;
import javax.xml.namespace.QName;

/**
 * Tells JAXB which elements may stand in a {@code value}. JAXB finds it by its name and calls it by
 * reflection. All scalars are text here: see {@link Lexical} for why.
 */
@XmlRegistry
public final class ObjectFactory {

  private static final String EXTENSIONS = ScalarType.EXTENSIONS;

  /** For JAXB. */
  public ObjectFactory() {}

  /** An {@code array}. */
  @XmlElementDecl(name = "array")
  public JAXBElement<ArrayElement> createArray(ArrayElement array) {
    return new JAXBElement<>(new QName("array"), ArrayElement.class, array);
  }

  /** A {@code struct}. */
  @XmlElementDecl(name = "struct")
  public JAXBElement<StructElement> createStruct(StructElement struct) {
    return new JAXBElement<>(new QName("struct"), StructElement.class, struct);
  }

  /** The text of a {@code int}. */
  @XmlElementDecl(name = "int")
  public JAXBElement<String> createInt(String text) {
    return scalar("", "int", text);
  }

  /** The text of a {@code i4}. */
  @XmlElementDecl(name = "i4")
  public JAXBElement<String> createI4(String text) {
    return scalar("", "i4", text);
  }

  /** The text of a {@code boolean}. */
  @XmlElementDecl(name = "boolean")
  public JAXBElement<String> createBoolean(String text) {
    return scalar("", "boolean", text);
  }

  /** The text of a {@code string}. */
  @XmlElementDecl(name = "string")
  public JAXBElement<String> createString(String text) {
    return scalar("", "string", text);
  }

  /** The text of a {@code double}. */
  @XmlElementDecl(name = "double")
  public JAXBElement<String> createDouble(String text) {
    return scalar("", "double", text);
  }

  /** The text of a {@code dateTime.iso8601}. */
  @XmlElementDecl(name = "dateTime.iso8601")
  public JAXBElement<String> createDateTimeIso8601(String text) {
    return scalar("", "dateTime.iso8601", text);
  }

  /** The text of a {@code base64}. */
  @XmlElementDecl(name = "base64")
  public JAXBElement<String> createBase64(String text) {
    return scalar("", "base64", text);
  }

  /** The text of a {@code nil}. */
  @XmlElementDecl(name = "nil")
  public JAXBElement<String> createNil(String text) {
    return scalar("", "nil", text);
  }

  /** The text of a {@code i1}. */
  @XmlElementDecl(name = "i1")
  public JAXBElement<String> createI1(String text) {
    return scalar("", "i1", text);
  }

  /** The text of a {@code i2}. */
  @XmlElementDecl(name = "i2")
  public JAXBElement<String> createI2(String text) {
    return scalar("", "i2", text);
  }

  /** The text of a {@code i8}. */
  @XmlElementDecl(name = "i8")
  public JAXBElement<String> createI8(String text) {
    return scalar("", "i8", text);
  }

  /** The text of a {@code float}. */
  @XmlElementDecl(name = "float")
  public JAXBElement<String> createFloat(String text) {
    return scalar("", "float", text);
  }

  /** The text of a {@code bigdecimal}. */
  @XmlElementDecl(name = "bigdecimal")
  public JAXBElement<String> createBigDecimal(String text) {
    return scalar("", "bigdecimal", text);
  }

  /** The text of a {@code biginteger}. */
  @XmlElementDecl(name = "biginteger")
  public JAXBElement<String> createBigInteger(String text) {
    return scalar("", "biginteger", text);
  }

  /** The text of a {@code dateTime}. */
  @XmlElementDecl(name = "dateTime")
  public JAXBElement<String> createDateTime(String text) {
    return scalar("", "dateTime", text);
  }

  /** The text of Apache's {@code nil}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "nil")
  public JAXBElement<String> createExNil(String text) {
    return scalar(EXTENSIONS, "nil", text);
  }

  /** The text of Apache's {@code i1}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "i1")
  public JAXBElement<String> createExI1(String text) {
    return scalar(EXTENSIONS, "i1", text);
  }

  /** The text of Apache's {@code i2}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "i2")
  public JAXBElement<String> createExI2(String text) {
    return scalar(EXTENSIONS, "i2", text);
  }

  /** The text of Apache's {@code i8}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "i8")
  public JAXBElement<String> createExI8(String text) {
    return scalar(EXTENSIONS, "i8", text);
  }

  /** The text of Apache's {@code float}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "float")
  public JAXBElement<String> createExFloat(String text) {
    return scalar(EXTENSIONS, "float", text);
  }

  /** The text of Apache's {@code bigdecimal}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "bigdecimal")
  public JAXBElement<String> createExBigDecimal(String text) {
    return scalar(EXTENSIONS, "bigdecimal", text);
  }

  /** The text of Apache's {@code biginteger}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "biginteger")
  public JAXBElement<String> createExBigInteger(String text) {
    return scalar(EXTENSIONS, "biginteger", text);
  }

  /** The text of Apache's {@code dateTime}. */
  @XmlElementDecl(namespace = EXTENSIONS, name = "dateTime")
  public JAXBElement<String> createExDateTime(String text) {
    return scalar(EXTENSIONS, "dateTime", text);
  }

  static JAXBElement<String> scalar(String namespace, String name, String text) {
    return new JAXBElement<>(new QName(namespace, name), String.class, text);
  }
}
