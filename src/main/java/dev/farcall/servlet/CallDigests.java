package dev.farcall.servlet;

import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import dev.farcall.model.MethodCall;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells calls apart, as SHA-256 in hexadecimal digits: so a store has neither the keys, by
 * which answers could be had, nor the parameters, and nothing that a caller could choose.
 *
 * @param codec writes calls as deep as they are read
 */
record CallDigests(Codec codec) {

  // Whatever can be read, so that nothing of a call is left out.
  private static final Dialect ALL = Dialect.APACHE.withNonFinite(Dialect.NonFinite.WRITE);

  /** The id of a call: nobody but the same caller has it, with the same key at the same method. */
  String id(String method, String key, CallContext caller) {
    return digest(
        out -> {
          DataOutputStream parts = new DataOutputStream(out);
          writeUser(caller, parts);
          write(method, parts);
          write(key, parts);
        });
  }

  /** Whose a call is, where each gets a share. */
  String owner(CallContext caller) {
    String owner = Callers.of(caller.principal().orElse(null), caller.peerAddress().orElse(null));
    return digest(out -> out.write(owner.getBytes(StandardCharsets.UTF_8)));
  }

  /** The fingerprint of a call: the same for the same values, however they were written. */
  String fingerprint(MethodCall call) {
    List<@Nullable Object> params = inOrder(call.params());
    return digest(out -> codec.write(new MethodCall(call.methodName(), params), ALL, out));
  }

  // Each part has its length, so that two of them cannot be split in another way.
  private static void writeUser(CallContext caller, DataOutputStream out) throws IOException {
    if (caller.principal().isEmpty()) {
      write("nobody", out);
      return;
    }
    String name = caller.principal().get().getName();
    write(name == null ? "user without a name" : "user", out);
    write(name == null ? "" : name, out);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static List<@Nullable Object> inOrder(List<?> values) {
    List<@Nullable Object> ordered = new ArrayList<>(values.size());
    values.forEach(value -> ordered.add(inOrder(value)));
    return ordered;
  }

  // Members have no order, and some clients send them in another each time.
  private static @Nullable Object inOrder(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return inOrder(list);
    }
    if (value instanceof Struct struct) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      struct.forEach((name, member) -> sorted.put(name, inOrder(member)));
      return new Struct(sorted);
    }
    return value;
  }

  private static String digest(Content content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new IllegalStateException("a stream that goes nowhere failed", e);
    }
  }

  /** What is digested. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
