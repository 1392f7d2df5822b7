package dev.farcall.figures;

import static dev.farcall.testkit.CallDocuments.array;
import static dev.farcall.testkit.CallDocuments.colliding;
import static dev.farcall.testkit.CallDocuments.echo;
import static dev.farcall.testkit.CallDocuments.join;
import static dev.farcall.testkit.CallDocuments.nested;
import static dev.farcall.testkit.CallDocuments.struct;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Attacks by markup: definitions, depth, and what there may be many of. */
final class XmlAttacks {

  static final byte[] DEEP = Requests.of(echo(nested(100_000)));

  private static final String NOT_XML = "200 -32700";
  private static final String TOO_MUCH = "200 -32002";
  private static final String ANSWERED = "200 answered";
  private static final Bar AT_ONCE = Bar.millis(50);
  private static final Bar SOON = Bar.millis(100);

  private XmlAttacks() {}

  static Stream<Attack> all() {
    return Stream.of(doctypes(), entities(), sizes(), names()).flatMap(List::stream);
  }

  /** The forms of a DOCTYPE, with documents of that name. */
  static List<String> forms(String root) {
    return Stream.of(
            "",
            " []",
            " [<!ENTITY x \"y\">]",
            " [<!ELEMENT a ANY>]",
            " SYSTEM \"http://127.0.0.1:9/x.dtd\"",
            " PUBLIC \"-//x//y\" \"file:///etc/passwd\"",
            " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]",
            " [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]")
        .map(form -> "<!DOCTYPE " + root + form + ">")
        .toList();
  }

  private static List<Attack> doctypes() {
    return List.of(
        doctypes(
            "8 forms of DOCTYPE in UTF-8, US-ASCII, ISO-8859-1 and UTF-16",
            NOT_XML,
            "UTF-8 UTF-8",
            "US-ASCII US-ASCII",
            "ISO-8859-1 ISO-8859-1",
            "UTF-16 UTF-16"),
        doctypes(
            "the same in UTF-32, EBCDIC, ISO-2022-JP and UTF-7",
            "200 -32701",
            "UTF-32BE UTF-32",
            "IBM037 IBM037",
            "ISO-2022-JP ISO-2022-JP",
            "US-ASCII UTF-7"));
  }

  private static Attack doctypes(String name, String answer, String... encodings) {
    List<byte[]> requests =
        Stream.of(encodings)
            .flatMap(encoding -> forms("methodCall").stream().map(form -> encoded(encoding, form)))
            .toList();
    return new Attack(name, requests, Set.of(answer), AT_ONCE);
  }

  private static byte[] encoded(String encoding, String doctype) {
    String[] names = encoding.split(" ", -1);
    String document =
        "<?xml version=\"1.0\" encoding=\"" + names[1] + "\"?>" + doctype + echo("&x;");
    return Requests.of(document.getBytes(Charset.forName(names[0])));
  }

  private static List<Attack> entities() {
    Bar bar = AT_ONCE.heap(1);
    return List.of(
        Attack.of("a billion laughs", Requests.of(laughs() + echo("&a10;")), NOT_XML, bar),
        Attack.of(
            "an entity that grows to 200 MB", Requests.of(quadratic(echo("#"))), NOT_XML, bar));
  }

  /** A definition of the entity {@code a10}, of ten billion letters. */
  static String laughs() {
    String entities =
        join(10, i -> "<!ENTITY a" + (i + 1) + " \"" + ("&a" + i + ";").repeat(10) + "\">");
    return "<!DOCTYPE m [<!ENTITY a0 \"h\">" + entities + "]>";
  }

  /** A document with an entity that is referred to at the sign {@code #}. */
  static String quadratic(String document) {
    String entity = "<!ENTITY a \"" + "x".repeat(100_000) + "\">";
    return "<!DOCTYPE m [" + entity + "]>" + document.replace("#", "&a;".repeat(2_000));
  }

  private static List<Attack> sizes() {
    return List.of(
        Attack.of("64 levels, echoed", Requests.of(echo(nested(64))), ANSWERED, Bar.none()),
        Attack.of("65 levels", Requests.of(echo(nested(65))), TOO_MUCH, SOON),
        Attack.of("100,000 levels", DEEP, TOO_MUCH, SOON),
        Attack.of(
            "200,000 values, echoed",
            Requests.of(echo(array(199_999, "<value><int>1</int></value>"))),
            ANSWERED,
            Bar.words("answered with -Xmx128m")),
        Attack.of(
            "200,001 values", Requests.of(echo(array(200_000, "<value/>"))), TOO_MUCH, Bar.none()),
        Attack.of(
            "a million `<value/>`",
            Requests.of(echo(array(1_000_000, "<value/>"))),
            TOO_MUCH,
            Bar.none()));
  }

  private static List<Attack> names() {
    return List.of(
        Attack.of("17 attributes", attributes("a", 17), TOO_MUCH, SOON),
        Attack.of("17 namespaces", attributes("xmlns:a", 17), TOO_MUCH, SOON),
        Attack.of("20,000 attributes", attributes("a", 20_000), TOO_MUCH, SOON),
        Attack.of("20,000 namespaces", attributes("xmlns:a", 20_000), TOO_MUCH, SOON),
        Attack.of(
            "a name of 1 MB",
            Requests.of(echo("<" + "n".repeat(1_000_000) + "/>")),
            TOO_MUCH,
            SOON),
        Attack.of(
            "an attribute of 5 MB",
            Requests.of(echo("<int xmlns='" + "a".repeat(5_000_000) + "'>1</int>")),
            TOO_MUCH,
            SOON),
        Attack.of(
            "10,000 members with one hash code, echoed",
            Requests.of(echo(struct(10_000, i -> colliding(i)))),
            ANSWERED,
            Bar.millis(200)),
        Attack.of(
            "10,001 members",
            Requests.of(echo(struct(10_001, i -> colliding(i)))),
            TOO_MUCH,
            Bar.millis(200)));
  }

  private static byte[] attributes(String name, int count) {
    return Requests.of(echo("<int" + join(count, i -> " " + name + i + "=''") + ">1</int>"));
  }
}
