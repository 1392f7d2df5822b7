package dev.farcall.figures;

import static dev.farcall.testkit.CallDocuments.bytes;
import static dev.farcall.testkit.CallDocuments.echo;
import static dev.farcall.testkit.CallDocuments.gzip;

import java.util.stream.Stream;

/** Attacks by compression. */
final class BodyAttacks {

  private static final String START =
      "<methodCall><methodName>sample.echo</methodName><params><param><value>";

  private static final String TOO_LARGE = "413 -32002";
  private static final Bar BAR = Bar.none().heap(8).cpu(1_000);

  private BodyAttacks() {}

  static Stream<Attack> all() {
    return Stream.of(
        bomb("zeros", "", "\0", "200 -32700"),
        bomb("blanks before the document", "", " ", "200 -32700"),
        bomb("blanks in an array", START + "<array><data>", " ", TOO_LARGE),
        bomb("comments", START, "<!---->", TOO_LARGE),
        bomb("an array", START + "<array><data>", "<value><int>1</int></value>", "200 -32002"),
        bomb("a string", START + "<string>", "x", TOO_LARGE),
        bomb("a base64", START + "<base64>", "QUJD", TOO_LARGE),
        Attack.of(
            "gzip in gzip",
            Requests.ofZipped(gzip(gzip(bytes(echo("x")), 1), 1)),
            "200 -32700",
            Bar.none()));
  }

  private static Attack bomb(String what, String start, String more, String answer) {
    return Attack.of(
        "1 GiB in gzip: " + what, Requests.ofZipped(Bombs.of(start, more)), answer, BAR);
  }
}
