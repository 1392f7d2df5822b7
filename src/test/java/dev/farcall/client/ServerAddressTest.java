package dev.farcall.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address of a server, and what is taken from it. */
final class ServerAddressTest {

  private static final String NO_HOST =
      "the address of a server has a host name, of letters, digits, dots and hyphens, or a number;"
          + " what is else in a user or password is percent-encoded";

  private static void assertRefused(String message, String address) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.of(address));
    assertEquals(message, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, http://localhost/RPC2",
    "http://localhost/, http://localhost/",
    "http://localhost/a/b%2Fc, http://localhost/a/b%2Fc",
    "http://localhost:8080, http://localhost:8080/RPC2",
    "http://localhost:, http://localhost/RPC2",
    "http://localhost:1/, http://localhost:1/",
    "http://localhost:65535/, http://localhost:65535/",
    "http://localhost?a=b, http://localhost/RPC2?a=b",
    "http://localhost/?a=b%20c&d, http://localhost/?a=b%20c&d",
    "http://localhost/a?, http://localhost/a?",
    "http://localhost/a#b, http://localhost/a",
    "http://127.0.0.1/a, http://127.0.0.1/a",
    "http://[::1], http://[::1]/RPC2",
    "http://[::1]:8080/a, http://[::1]:8080/a",
    "https://example.org, https://example.org/RPC2",
    "HTTPS://Example.ORG/A, HTTPS://Example.ORG/A",
    "http://localhost/für, http://localhost/f%C3%BCr",
    "http://localhost/a?b=€, http://localhost/a?b=%E2%82%AC"
  })
  void addressIsWhereRequestsGo(String text, String uri) {
    ServerAddress address = ServerAddress.of(text);
    assertEquals(URI.create(uri), address.uri());
    assertEquals(uri, address.uri().toString());
    assertEquals(Optional.empty(), address.credentials());
  }

  @ParameterizedTest
  @CsvSource({
    "http://me:secret@localhost/, me, secret",
    "http://me@localhost/, me, ''",
    "http://me:@localhost/, me, ''",
    "http://:secret@localhost/, '', secret",
    "http://@localhost/, '', ''",
    "http://me:a:b@localhost/, me, a:b",
    "http://me:a+b%2Bc%20d%40e@localhost/, me, a+b+c d@e",
    "http://m%C3%BC:%E2%82%AC@localhost/, mü, €",
    "http://mü:€@localhost/, mü, €",
    "http://me:secret@[::1]/, me, secret"
  })
  void userAndPasswordAreDecoded(String text, String user, String password) {
    ServerAddress address = ServerAddress.of(text);
    assertEquals(Optional.of(new Credentials(user, password)), address.credentials());
    assertEquals(null, address.uri().getRawUserInfo());
    assertFalse(address.toString().contains("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://secret@localhost/, ftp",
    "file:///secret, file",
    "mailto:secret@localhost, mailto",
    "httpss://localhost/secret, httpss"
  })
  void otherSchemeIsRefused(String address, String scheme) {
    assertRefused(
        "the address of a server begins with http:// or https://, got \"" + scheme + ":\"",
        address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/secret", "//localhost/secret", "localhost", "secret/RPC2"})
  void addressWithoutSchemeIsRefused(String address) {
    assertRefused(
        "the address of a server begins with http:// or https://, got none of them", address);
  }

  @Test
  void hostAndPortWithoutSchemeAreRefused() {
    assertRefused(
        "the address of a server begins with http:// or https://, got \"localhost:\"",
        "localhost:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:secret",
        "http:/secret",
        "http:///secret",
        "http://me:secret@/",
        "http://me:secret@with_underscore/",
        "http://me:sec@ret@localhost/",
        "http://me@localhost:secret/",
        "http://[fe80::1%25secret]/",
        "http://localhost%00/",
        "http://-/",
        "http://für.example/"
      })
  void addressWithoutHostIsRefused(String address) {
    assertRefused(NO_HOST, address);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:0/secret, 0", "http://localhost:65536/secret, 65536"})
  void portThatIsNoneIsRefused(String address, int port) {
    assertRefused("the port of a server is from 1 to 65535, got " + port, address);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/sec ret, Illegal character in path at position 20",
    "http://localhost/?sec ret, Illegal character in query at position 21",
    "'http://localhost/secret\r\nX: y', Illegal character in path at position 23",
    "http://localhost/secret%zz, Malformed escape pair at position 23",
    "http://, Expected authority at position 7",
    "http://[secret/, Expected closing bracket for IPv6 address at position 14",
    "http://[secret]/, Malformed IPv6 address at position 8",
    "'://secret', Expected scheme name at position 0",
    "h ttp://secret, Illegal character in scheme name at position 1"
  })
  void garbageIsNotQuoted(String address, String reason) {
    assertRefused("not the address of a server: " + reason, address);
  }

  /** At which place of it, the JDK 17 and 25 see differently. */
  @Test
  void garbageInAPasswordIsNotQuoted() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> ServerAddress.of("http://me:sec ret@localhost/"));
    assertEquals(
        "not the address of a server: Illegal character in authority at position N",
        String.valueOf(e.getMessage()).replaceAll("[0-9]+$", "N"));
  }

  @Test
  void userWithAColonIsRefused() {
    assertRefused(
        "a user's name cannot hold a colon in Basic authentication",
        "http://secret%3Aname:x@localhost/");
  }

  @Test
  void clientShowsNoSecretOfItsAddress() {
    try (XmlRpcClient client =
        XmlRpcClient.builder("https://me:secret@localhost/a?token=secret")
            .bearerToken("secret")
            .header("X-Key", "secret")
            .build()) {
      assertEquals("Closed -> Keyed -> HTTP -> https://localhost/a", client.toString());
      assertEquals(
          "a.* -> Closed -> Keyed -> HTTP -> https://localhost/a", client.service("a").toString());
      assertEquals("https://localhost/a?token=secret", client.uri().toString());
    }
  }
}
