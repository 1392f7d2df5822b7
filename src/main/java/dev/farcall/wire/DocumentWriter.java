package dev.farcall.wire;

import dev.farcall.WireException;
import dev.farcall.model.ParamsAdapter;
import dev.farcall.model.ValueAdapter;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes one document after the other, with a buffer it keeps. For use by one thread; after a
 * failure it is thrown away.
 */
final class DocumentWriter {

  private final Marshaller marshaller;
  private final int maxDepth;
  private final ReadyParams readyParams = new ReadyParams();
  private final ReadyValue readyValue = new ReadyValue();
  private final byte[] buffer = new byte[8192];

  DocumentWriter(JAXBContext context, int maxDepth) {
    this.maxDepth = maxDepth;
    try {
      marshaller = context.createMarshaller();
      marshaller.setAdapter(ParamsAdapter.class, readyParams);
      marshaller.setAdapter(ValueAdapter.class, readyValue);
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(Object document, Dialect dialect, OutputStream out) throws IOException {
    if (dialect.encoding().equals(StandardCharsets.UTF_8)) {
      writeUtf8(document, dialect, out);
    } else {
      TranscodingStream transcoding = new TranscodingStream(out, dialect.encoding());
      writeUtf8(document, dialect, transcoding);
      transcoding.finish();
    }
  }

  private void writeUtf8(Object document, Dialect dialect, OutputStream out) throws IOException {
    XmlOutput output = new XmlOutput(out, dialect.illegalCharacters(), buffer);
    try {
      marshaller.marshal(
          document, new EnvelopeWriter(output, dialect, maxDepth, readyParams, readyValue));
      output.flush();
      readyParams.set(null);
      readyValue.set(null);
    } catch (Misread e) {
      throw new WireException(e.code(), e.problem());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (JAXBException e) {
      throw new IllegalStateException("JAXB does not write the model of a document", e);
    }
  }
}
