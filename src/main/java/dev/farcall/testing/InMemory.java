package dev.farcall.testing;

import dev.farcall.call.Endpoint;
import dev.farcall.client.InMemoryTransport;
import dev.farcall.client.XmlRpcClient;

/**
 * Clients of a server in the same process, without a socket or a container. Calls and answers are
 * written and read all the same, so that what cannot travel fails here, too.
 *
 * <pre>{@code
 * XmlRpcServer server = XmlRpcServer.builder().handler("sample", new Sample()).build();
 * try (XmlRpcClient client = InMemory.client(server)) {
 *   assertEquals(9, client.call("sample.get_power", 3, 2));
 * }
 * }</pre>
 *
 * <p>What HTTP decides, as who may call, is not part of it; see {@link InMemoryTransport}.
 */
public final class InMemory {

  private static final String ADDRESS = "http://localhost";

  private InMemory() {}

  /**
   * A client with default settings.
   *
   * @param endpoint usually a server; closing the client does not close it
   */
  public static XmlRpcClient client(Endpoint endpoint) {
    return builder(endpoint).build();
  }

  /**
   * A builder of a client, for other settings.
   *
   * @param endpoint usually a server; closing the client does not close it
   */
  public static XmlRpcClient.Builder builder(Endpoint endpoint) {
    return XmlRpcClient.builder(ADDRESS).transport(InMemoryTransport.to(endpoint));
  }
}
