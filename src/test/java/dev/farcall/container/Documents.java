package dev.farcall.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Makes the documents that are sent. */
final class Documents {

  private Documents() {}

  /** A call of a method of the samples, the content of each value being XML already. */
  static String call(String method, String... values) {
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
  static String echo(String value) {
    return call("sample.echo", value);
  }

  static String array(int size, String value) {
    return "<array><data>" + value.repeat(size) + "</data></array>";
  }

  static String nested(int depth) {
    return "<array><data><value>".repeat(depth) + "1" + "</value></data></array>".repeat(depth);
  }

  static String join(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining());
  }

  /** A struct with one member for each name. */
  static String struct(int size, IntFunction<String> name) {
    return "<struct>"
        + join(size, i -> "<member><name>" + name.apply(i) + "</name><value/></member>")
        + "</struct>";
  }

  /** A multicall of one call without parameters, some times. */
  static String multicall(int times, String method) {
    String entry =
        "<value><struct><member><name>methodName</name><value>"
            + method
            + "</value></member><member><name>params</name><value><array><data/></array></value></member></struct></value>";
    return call("system.multicall", array(times, entry));
  }

  /** Text with one byte for each character, in the middle of a call. */
  static byte[] withBytes(int... octets) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.writeBytes(
        bytes("<methodCall><methodName>sample.echo</methodName><params><param><value>"));
    IntStream.of(octets).forEach(document::write);
    document.writeBytes(bytes("</value></param></params></methodCall>"));
    return document.toByteArray();
  }

  /** Compresses some bytes, again and again. */
  static byte[] gzip(byte[] bytes, int times) {
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

  static byte[] bytes(String document) {
    return document.getBytes(UTF_8);
  }
}
