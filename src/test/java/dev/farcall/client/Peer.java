package dev.farcall.client;

import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.Reading;
import dev.farcall.wire.WireLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The other side of a transport, without a socket. */
final class Peer {

  private static final Codec CODEC = Codec.of(WireLimits.defaults(), Reading.STANDARD);

  private Peer() {}

  /** What comes back to a client from a server that answers with the first parameter. */
  static @Nullable Object echo(
      UnaryOperator<XmlRpcClient.Builder> settings, @Nullable Object value) {
    try (XmlRpcClient client = client(settings, Peer::echo)) {
      return client.call("m", value);
    }
  }

  /** The same with the default settings. */
  static @Nullable Object echo(@Nullable Object value) {
    return echo(settings -> settings, value);
  }

  /** What comes from a server that answers with this, which is XML already. */
  static @Nullable Object load(String value) {
    try (XmlRpcClient client = client(settings -> settings, answering(value, new ArrayList<>()))) {
      return client.call("m");
    }
  }

  /** The document of a call. */
  static byte[] written(
      UnaryOperator<XmlRpcClient.Builder> settings, String method, @Nullable Object... params) {
    List<TransportRequest> sent = new ArrayList<>();
    try (XmlRpcClient client = client(settings, answering("", sent))) {
      client.call(method, params);
    }
    try (InputStream body = sent.get(0).body().open()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The call that is in a document. */
  static MethodCall read(byte[] document) {
    try {
      return CODEC.readCall(new ByteArrayInputStream(document), null).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with this, which is XML already, and remembers what was sent. */
  static Transport answering(String value, List<TransportRequest> sent) {
    return request -> {
      sent.add(request);
      String document =
          "<methodResponse><params><param><value>"
              + value
              + "</value></param></params></methodResponse>";
      return reply(document.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static XmlRpcClient client(
      UnaryOperator<XmlRpcClient.Builder> settings, Transport transport) {
    return settings.apply(XmlRpcClient.builder("http://localhost").transport(transport)).build();
  }

  private static TransportReply echo(TransportRequest request) {
    try {
      ByteArrayOutputStream document = new ByteArrayOutputStream();
      MethodCall call = CODEC.readCall(request.body().open(), null).call();
      CODEC.write(MethodResponse.of(call.params().get(0)), Dialect.PLAIN, document);
      return reply(document.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TransportReply reply(byte[] document) {
    return new TransportReply(200, Map.of(), new ByteArrayInputStream(document));
  }
}
