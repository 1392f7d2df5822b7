package dev.farcall.container;

import dev.farcall.testkit.RawConnection.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param summary that of the reply, or {@code closed} alone
 * @param reply what was received, null if the connection was closed instead
 */
record Outcome(String summary, @Nullable Reply reply) {

  /** Tells of a product and its version, or of code. */
  private static final Pattern LEAK =
      Pattern.compile("tomcat|jetty|woodstox|exception|\tat |\\.java:|/webapps|/tmp/");

  /** Runs an exchange; whether the other side may close in the middle of it is for the caller. */
  static Outcome of(Callable<Reply> exchange) throws IOException {
    try {
      Reply reply = exchange.call();
      return new Outcome(reply.summary(), reply);
    } catch (EOFException | SocketException e) {
      return new Outcome("closed", null);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Whether there was no reply. */
  boolean isClosed() {
    return reply == null;
  }

  /** What the reply tells of the server that is nobody's business. */
  List<String> leaks() {
    return reply == null ? List.of() : Stream.concat(headers(reply), traces(reply)).toList();
  }

  private static Stream<String> headers(Reply reply) {
    return Stream.of("Server", "X-Powered-By", "Set-Cookie")
        .filter(name -> !reply.header(name).isEmpty())
        .map(name -> name + ": " + reply.header(name).get(0));
  }

  /** What is one line of the body each, for a page of an error has many. */
  private static Stream<String> traces(Reply reply) {
    String type = reply.header("Content-Type").stream().collect(Collectors.joining());
    return type.startsWith("text/")
        ? reply.text().lines().filter(line -> LEAK.matcher(line.toLowerCase(Locale.ROOT)).find())
        : Stream.of();
  }
}
