package dev.farcall.benchmark;

import dev.farcall.client.XmlRpcClient;
import java.net.MalformedURLException;
import java.util.concurrent.TimeUnit;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.eclipse.jetty.server.Server;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A small call from a client over HTTP on the loopback address to a servlet and back, side by side:
 * ours, and Apache's client against Apache's servlet.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ClientBenchmark {

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Farcall {
    private final Server server = Containers.farcall(CallBenchmark.Adder.class);
    private final XmlRpcClient client = XmlRpcClient.builder(Containers.uri(server)).build();

    @TearDown
    public void stop() throws Exception {
      client.close();
      server.stop();
    }
  }

  /** Apache's. */
  @State(Scope.Benchmark)
  public static class Apache {
    private final Server server = Containers.apache(CallBenchmark.Adder.class);
    private final org.apache.xmlrpc.client.XmlRpcClient client =
        new org.apache.xmlrpc.client.XmlRpcClient();

    @Setup
    public void configure() throws MalformedURLException {
      XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
      config.setServerURL(Containers.uri(server).toURL());
      client.setConfig(config);
    }

    @TearDown
    public void stop() throws Exception {
      server.stop();
    }
  }

  @Benchmark
  public int clientFarcall(Farcall farcall) {
    return farcall.client.call(int.class, "sample.add", 3, 2);
  }

  @Benchmark
  public Object clientApache(Apache apache) throws XmlRpcException {
    return apache.client.execute("sample.add", new Object[] {3, 2});
  }
}
