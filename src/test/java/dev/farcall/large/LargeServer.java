package dev.farcall.large;

import dev.farcall.servlet.XmlRpcServlet;
import dev.farcall.testkit.JettyFixture;
import java.io.IOException;
import java.io.InputStream;

/**
 * The servlet in a Jetty, with the limits raised. It writes its address on the output, and ends
 * with its input.
 */
public final class LargeServer {

  private LargeServer() {}

  /** Serves until the input ends. */
  public static void main(String[] args) throws Exception {
    try (JettyFixture jetty =
        JettyFixture.of(new XmlRpcServlet())
            .param("handler.large", Files.class.getName())
            .param("max-request-bytes", "4000000000")
            .param("max-document-bytes", "4000000000")
            .param("max-body-seconds", "600")
            .param("max-reply-seconds", "600")
            .param("max-call-seconds", "600")
            .start()) {
      System.out.println(jetty.uri());
      while (System.in.read() >= 0) {
        // Whatever it is.
      }
      System.out.println(Heap.peak());
    }
  }

  /** What is called. */
  public static final class Files {
    /** Counts bytes and sums them up, and answers both. */
    public String digest(InputStream stream) throws IOException {
      return Content.digest(stream);
    }

    /** That many bytes. */
    public InputStream make(long count) {
      return new Content(count);
    }

    /** What was sent. */
    public InputStream echo(InputStream stream) {
      return stream;
    }
  }
}
