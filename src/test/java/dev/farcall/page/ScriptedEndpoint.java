package dev.farcall.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Answers the calls of a page in the browser, in place of the server: with what none would say. */
final class ScriptedEndpoint {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  private ScriptedEndpoint() {}

  /** From now on, calls of this page are answered by this. */
  static void answer(Page page, Function<MethodCall, MethodResponse> answers) {
    page.route(
        "**/RPC2",
        route -> {
          if (route.request().method().equals("POST")) {
            fulfil(route, answers);
          } else {
            route.resume();
          }
        });
  }

  private static void fulfil(Route route, Function<MethodCall, MethodResponse> answers) {
    try {
      byte[] sent = route.request().postDataBuffer();
      MethodCall call = CODEC.readCall(new ByteArrayInputStream(sent), null).call();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      CODEC.write(answers.apply(call), Dialect.PLAIN, answer);
      route.fulfill(
          new Route.FulfillOptions()
              .setContentType("text/xml; charset=UTF-8")
              .setBodyBytes(answer.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
