package dev.farcall.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Makes documents that call the samples. */
public final class CallDocuments {

  private CallDocuments() {}

  /** A call of a method of the samples, the content of each value being XML already. */
  public static String call(String method, String... values) {
    StringBuilder params = new StringBuilder();
    for (String value : values) {
      params.append("<param><value>").append(value).append("</value></param>");
    }
    return "<methodCall><methodName>"
        + method
        + "</methodName><params>"
        + params
        + "</params></methodCall>";
  }

  /** A call that answers with the content of the one value it was given. */
  public static String echo(String value) {
    return call("sample.echo", value);
  }

  /** An array of one value, some times; the value is an element. */
  public static String array(int size, String value) {
    return "<array><data>" + value.repeat(size) + "</data></array>";
  }

  /** Arrays within each other, and a text in the innermost. */
  public static String nested(int depth) {
    return "<array><data><value>".repeat(depth) + "1" + "</value></data></array>".repeat(depth);
  }

  /** What the numbers from 0 on are turned into, one behind the other. */
  public static String join(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
  }

  /** A struct with one member for each name. */
  public static String struct(int size, IntFunction<String> name) {
    return "<struct>"
        + join(size, i -> "<member><name>" + name.apply(i) + "</name><value/></member>")
        + "</struct>";
  }

  /** A multicall of one call without parameters, some times. */
  public static String multicall(int times, String method) {
    String entry =
        "<value><struct><member><name>methodName</name><value>"
            + method
            + "</value></member><member><name>params</name><value><array><data/></array></value></member></struct></value>";
    return call("system.multicall", array(times, entry));
  }

  /** A name that has the same hash code for every number. */
  public static String colliding(int number) {
    return join(15, bit -> (number >> bit & 1) == 0 ? "Aa" : "BB");
  }

  /** Text with one byte for each character, in the middle of a call. */
  public static byte[] withBytes(int... octets) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.writeBytes(
        bytes("<methodCall><methodName>sample.echo</methodName><params><param><value>"));
    IntStream.of(octets).forEach(document::write);
    document.writeBytes(bytes("</value></param></params></methodCall>"));
    return document.toByteArray();
  }

  /** Compresses some bytes, again and again. */
  public static byte[] gzip(byte[] bytes, int times) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(zipped, 1 << 16)) {
      for (int i = 0; i < times; i++) {
        zip.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  /** A document as it is sent: in UTF-8. */
  public static byte[] bytes(String document) {
    return document.getBytes(UTF_8);
  }
}
