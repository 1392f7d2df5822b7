package dev.farcall.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

final class JettyFixtureTest {

  private static final class Greeting extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getOutputStream().print(getInitParameter("greeting"));
    }
  }

  @Test
  void servletWithItsParamsAnswersAtTheAddress() throws Exception {
    try (JettyFixture jetty =
        JettyFixture.of(new Greeting()).param("greeting", "good morning").start()) {
      HttpRequest get = HttpRequest.newBuilder(jetty.uri()).build();
      assertEquals(
          "good morning", HttpClient.newHttpClient().send(get, BodyHandlers.ofString()).body());
    }
  }

  @Test
  void exceptionOfInitComesOutOfStart() {
    ServletException failure = new ServletException("no");
    HttpServlet failing =
        new HttpServlet() {
          private static final long serialVersionUID = 1L;

          @Override
          public void init() throws ServletException {
            throw failure;
          }
        };
    try (CapturedLog quiet = CapturedLog.of("org.eclipse.jetty")) {
      assertSame(failure, assertThrows(Exception.class, () -> JettyFixture.of(failing).start()));
      // Jetty has its say, which is not for the console.
      assertTrue(quiet.messages().contains("unavailable"));
    }
  }
}
