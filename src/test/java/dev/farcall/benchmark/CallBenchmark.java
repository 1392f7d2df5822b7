package dev.farcall.benchmark;

import dev.farcall.call.CallContext;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.XmlRpcServer;
import dev.farcall.wire.Dialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.common.ServerStreamConnection;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcLocalStreamServer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole small call, from the bytes of the request to the bytes of the answer, side by side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CallBenchmark {

  private final XmlRpcServer server = XmlRpcServer.builder().handler("sample", new Adder()).build();
  private final XmlRpcLocalStreamServer apache = new XmlRpcLocalStreamServer();
  private final XmlRpcHttpRequestConfigImpl config = new XmlRpcHttpRequestConfigImpl();
  private final byte[] call = Documents.call("sample.add", 3, 2);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** The method that is called. */
  public static final class Adder {
    /** Adds. */
    public int add(int a, int b) {
      return a + b;
    }
  }

  @Setup
  public void declare() throws XmlRpcException {
    PropertyHandlerMapping mapping = new PropertyHandlerMapping();
    mapping.load(getClass().getClassLoader(), Map.of("sample", Adder.class.getName()));
    apache.setHandlerMapping(mapping);
  }

  @Benchmark
  public int callFarcall() throws IOException {
    out.reset();
    MethodResponse response =
        server.call(
            Documents.CODEC.readCall(new ByteArrayInputStream(call), null).call(),
            CallContext.local());
    Documents.CODEC.write(response, Dialect.PLAIN, out);
    return out.size();
  }

  @Benchmark
  public int callApache() throws XmlRpcException {
    out.reset();
    apache.execute(config, new Connection());
    return out.size();
  }

  private final class Connection implements ServerStreamConnection {
    @Override
    public InputStream newInputStream() {
      return new ByteArrayInputStream(call);
    }

    @Override
    public OutputStream newOutputStream() {
      return out;
    }

    @Override
    public void close() {}
  }
}
