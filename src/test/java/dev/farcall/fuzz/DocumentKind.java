package dev.farcall.fuzz;

import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Codec;
import dev.farcall.wire.Dialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two documents of XML-RPC, with the ways to read and write each. */
enum DocumentKind {
  CALL {
    @Override
    MethodCall read(Codec codec, byte[] document) throws IOException {
      return codec.readCall(new ByteArrayInputStream(document), null).call();
    }

    @Override
    MethodCall readNaively(byte[] document) throws NaiveException {
      return NaiveReader.call(document);
    }

    @Override
    byte[] write(Codec codec, Object document, Dialect dialect) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      codec.write((MethodCall) document, dialect, out);
      return out.toByteArray();
    }

    @Override
    List<@Nullable Object> values(Object document) {
      return ((MethodCall) document).params();
    }
  },

  RESPONSE {
    @Override
    MethodResponse read(Codec codec, byte[] document) throws IOException {
      return codec.readResponse(new ByteArrayInputStream(document), null);
    }

    @Override
    MethodResponse readNaively(byte[] document) throws NaiveException {
      return NaiveReader.response(document);
    }

    @Override
    byte[] write(Codec codec, Object document, Dialect dialect) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      codec.write((MethodResponse) document, dialect, out);
      return out.toByteArray();
    }

    @Override
    List<@Nullable Object> values(Object document) {
      MethodResponse response = (MethodResponse) document;
      return response.fault().isPresent()
          ? List.of(response.fault().get().members())
          : response.params();
    }
  };

  abstract Object read(Codec codec, byte[] document) throws IOException;

  abstract Object readNaively(byte[] document) throws NaiveException;

  abstract byte[] write(Codec codec, Object document, Dialect dialect) throws IOException;

  /** The values directly in the document. */
  abstract List<@Nullable Object> values(Object document);
}
