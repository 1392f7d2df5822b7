package dev.farcall.benchmark;

import dev.farcall.model.MethodResponse;
import dev.farcall.wire.Dialect;
import dev.farcall.wire.ReceivedCall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.SAXException;

/** From bytes to values and from values to bytes, side by side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CodecBenchmark {

  @Param private Documents document = Documents.SMALL;

  private final Apache apache = new Apache();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(8 << 20);

  @Benchmark
  public ReceivedCall decodeFarcall() throws IOException {
    return Documents.CODEC.readCall(new ByteArrayInputStream(document.call), null);
  }

  @Benchmark
  public XmlRpcRequest decodeApache() throws XmlRpcException {
    return apache.read(new ByteArrayInputStream(document.call));
  }

  @Benchmark
  public int encodeFarcall() throws IOException {
    out.reset();
    Documents.CODEC.write(MethodResponse.of(document.result()), Dialect.PLAIN, out);
    return out.size();
  }

  @Benchmark
  public int encodeApache() throws XmlRpcException, SAXException {
    out.reset();
    apache.write(document.result(), out);
    return out.size();
  }
}
