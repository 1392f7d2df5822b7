package dev.farcall.server;

import static dev.farcall.server.Servers.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.XmlRpcMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts are in META-INF/farcall, as the build of a handler leaves them there. */
final class HelpTextsTest {

  interface Documented {
    int documented();
  }

  @SuppressWarnings("unused")
  static final class Handler implements Documented {
    @XmlRpcMethod
    public int add(int a, String b, List<String> c, int[] d) {
      return a;
    }

    @XmlRpcMethod(help = "From the annotation.")
    public int annotated() {
      return 0;
    }

    @XmlRpcMethod
    @Override
    public int documented() {
      return 0;
    }

    @XmlRpcMethod
    public int bare() {
      return 0;
    }
  }

  private final XmlRpcServer server = Servers.of("s", new Handler());

  @Test
  void textThatTheBuildKeptIsTheHelp() {
    assertEquals("Adds, na\u00efvely.", call(server, "system.methodHelp", "s.add"));
  }

  @Test
  void textOfTheInterfaceIsTheHelpOfTheClass() {
    assertEquals("From the interface.", call(server, "system.methodHelp", "s.documented"));
  }

  @Test
  void annotationBeatsTheTextThatTheBuildKept() {
    assertEquals("From the annotation.", call(server, "system.methodHelp", "s.annotated"));
  }

  @Test
  void signatureIsTheHelpWhereNothingWasKept() {
    assertEquals("int s.bare()", call(server, "system.methodHelp", "s.bare"));
  }
}
