package dev.farcall.wire;

import dev.farcall.Binary;
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
import org.jspecify.annotations.Nullable;

/**
 * Writes one document after the other, with a buffer it keeps. For use by one thread; after a
 * failure it is thrown away.
 */
final class DocumentWriter {

  private final JAXBContext context;
  private final Marshaller marshaller;
  private final int maxDepth;
  private final ReadyParams readyParams = new ReadyParams();
  private final ReadyValue readyValue = new ReadyValue();
  private final Bytes bytes = new Bytes();
  private final byte[] buffer = new byte[8192];

  DocumentWriter(JAXBContext context, int maxDepth) {
    this.context = context;
    this.maxDepth = maxDepth;
    try {
      marshaller = context.createMarshaller();
      marshaller.setAdapter(ParamsAdapter.class, readyParams);
      marshaller.setAdapter(ValueAdapter.class, readyValue);
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a document. What else is wrong with it is found before a stream in it is read. */
  void write(Object document, Dialect dialect, OutputStream out) throws IOException {
    bytes.of(document, dialect);
    write(document, dialect, out, bytes);
    bytes.of(null, dialect);
  }

  /** Goes through a document as {@link #write} does, and reads no bytes. */
  void check(Object document, Dialect dialect, BinaryOutput binaries) {
    try {
      write(document, dialect, OutputStream.nullOutputStream(), binaries);
    } catch (IOException e) {
      throw new IllegalStateException("a stream that goes nowhere failed", e);
    }
  }

  /** Writes a document into memory, but for long base64. */
  EncodedDocument encode(Object document, Dialect dialect) {
    EncodedDocument.Text text = new EncodedDocument.Text();
    // Other encodings would have to be applied to the parts as well.
    BinaryOutput binaries =
        dialect.encoding().equals(StandardCharsets.UTF_8) ? text : Base64Writer::write;
    try {
      write(document, dialect, text, binaries);
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory failed", e);
    }
    return text.toDocument();
  }

  private void write(Object document, Dialect dialect, OutputStream out, BinaryOutput binaries)
      throws IOException {
    if (dialect.encoding().equals(StandardCharsets.UTF_8)) {
      writeUtf8(document, dialect, out, binaries);
    } else {
      TranscodingStream transcoding = new TranscodingStream(out, dialect.encoding());
      writeUtf8(document, dialect, transcoding, binaries);
      transcoding.finish();
    }
  }

  private void writeUtf8(Object document, Dialect dialect, OutputStream out, BinaryOutput binaries)
      throws IOException {
    XmlOutput output = new XmlOutput(out, dialect.illegalCharacters(), buffer);
    try {
      marshaller.marshal(
          document,
          new EnvelopeWriter(output, dialect, maxDepth, binaries, readyParams, readyValue));
      output.flush();
      readyParams.set(null);
      readyValue.set(null);
    } catch (Misread e) {
      throw new WireException(e.code(), e.problem(), -1, -1, e.getCause());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (JAXBException e) {
      throw new IllegalStateException("JAXB does not write the model of a document", e);
    }
  }

  /** Writes bytes, and looks at all of a document before the first that can be read only once. */
  private final class Bytes implements BinaryOutput {
    private @Nullable Object unchecked;
    private Dialect dialect = Dialect.PLAIN;

    void of(@Nullable Object document, Dialect dialect) {
      this.unchecked = document;
      this.dialect = dialect;
    }

    @Override
    public void write(Binary binary, Dialect.Base64Lines lines, XmlOutput out) {
      Object document = unchecked;
      if (document != null && !binary.isRepeatable()) {
        unchecked = null;
        // Another one, since this is in the midst of it.
        new DocumentWriter(context, maxDepth).check(document, dialect, BinaryOutput.CHECK);
      }
      Base64Writer.write(binary, lines, out);
    }
  }
}
