package dev.farcall.figures;

import static dev.farcall.testkit.CallDocuments.array;
import static dev.farcall.testkit.CallDocuments.bytes;
import static dev.farcall.testkit.CallDocuments.gzip;
import static dev.farcall.testkit.CallDocuments.nested;

import dev.farcall.testkit.Reply;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/** Answers that attack a client. */
final class HostileServers {

  private static final String START = "<methodResponse><params><param><value>";
  private static final Bar AT_ONCE = Bar.millis(50);
  private static final Bar BOMB = Bar.none().heap(8).cpu(1_000);

  private HostileServers() {}

  /**
   * What a server answers.
   *
   * @param replies one after the other
   * @param outcome the code of what the client throws, or {@code answered}
   */
  record Hostility(String name, List<Reply> replies, String outcome, Bar bar) {}

  static Stream<Hostility> all() {
    return Stream.of(documents(), bombs(), codings()).flatMap(all -> all);
  }

  static String response(String value) {
    return START + value + "</value></param></params></methodResponse>";
  }

  private static Stream<Hostility> documents() {
    List<Reply> doctypes =
        Stream.of("UTF-8", "US-ASCII", "ISO-8859-1", "UTF-16")
            .flatMap(encoding -> doctypes(encoding))
            .toList();
    Bar small = AT_ONCE.heap(1);
    return Stream.of(
        new Hostility("8 forms of DOCTYPE in 4 encodings", doctypes, "-32700", AT_ONCE),
        of("a billion laughs", XmlAttacks.laughs() + response("&a10;"), "-32700", small),
        of("an entity that grows to 200 MB", XmlAttacks.quadratic(response("#")), "-32700", small),
        of("64 levels", response(nested(64)), "answered", Bar.none()),
        of("65 levels", response(nested(65)), "-32002", Bar.millis(100)),
        of("100,000 levels", response(nested(100_000)), "-32002", Bar.millis(100)),
        of(
            "200,000 values",
            response(array(199_999, "<value><int>1</int></value>")),
            "answered",
            Bar.words("answered with -Xmx128m")),
        of("a million `<value/>`", response(array(1_000_000, "<value/>")), "-32002", Bar.none()));
  }

  private static Stream<Reply> doctypes(String encoding) {
    return XmlAttacks.forms("methodResponse").stream()
        .map(form -> "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + form)
        .map(head -> (head + response("&x;")).getBytes(Charset.forName(encoding)))
        .map(body -> Reply.status(200).header("Content-Type", "text/xml").body(body));
  }

  private static Stream<Hostility> bombs() {
    return Stream.of(
        bomb("zeros", "", "\0", "-32700"),
        bomb("blanks before the document", "", " ", "-32700"),
        bomb("blanks in an array", START + "<array><data>", " ", "-32002"),
        bomb("an array", START + "<array><data>", "<value><int>1</int></value>", "-32002"),
        bomb("a string", START + "<string>", "x", "-32002"),
        bomb("a base64", START + "<base64>", "QUJD", "-32002"));
  }

  private static Stream<Hostility> codings() {
    byte[] zipped = gzip(bytes(response("x")), 1);
    return Stream.of(
        new Hostility("gzip in gzip", List.of(gzipped(gzip(zipped, 1))), "-32700", Bar.none()),
        new Hostility(
            "an answer in a coding nobody asked for",
            List.of(Reply.xml("").header("Content-Encoding", "br").body(zipped)),
            "-32701",
            Bar.none()));
  }

  private static Hostility of(String name, String document, String outcome, Bar bar) {
    return new Hostility(name, List.of(Reply.xml(document)), outcome, bar);
  }

  private static Hostility bomb(String what, String start, String more, String outcome) {
    return new Hostility(
        "1 GiB in gzip: " + what, List.of(gzipped(Bombs.of(start, more))), outcome, BOMB);
  }

  private static Reply gzipped(byte[] body) {
    return Reply.status(200)
        .header("Content-Type", "text/xml")
        .header("Content-Encoding", "gzip")
        .body(body);
  }
}
