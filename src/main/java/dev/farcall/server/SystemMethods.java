package dev.farcall.server;

import dev.farcall.Struct;
import dev.farcall.XmlRpcMethod;
import dev.farcall.call.CallContext;
import dev.farcall.mapping.ValueType;
import dev.farcall.server.MethodInfo.Signature;
import java.util.List;
import java.util.stream.Stream;

/** The methods by which a server tells what it has; a handler like any other. */
final class SystemMethods {

  private final Directory directory;

  SystemMethods(Directory directory) {
    this.directory = directory;
  }

  @XmlRpcMethod(
      help = "Lists the names of all methods that the caller may call, sorted.",
      idempotent = true)
  public List<String> listMethods(CallContext caller) {
    return directory.listed(caller).stream().map(MethodInfo::name).toList();
  }

  @XmlRpcMethod(
      help =
          "Tells how a method can be called: an array with one array for each way, which has the"
              + " type of the result and then those of the parameters. The string undef for a"
              + " method that takes whatever it is sent.",
      idempotent = true)
  public Object methodSignature(String name, CallContext caller) {
    List<List<String>> signatures =
        directory.get(name, caller).signatures().stream().flatMap(SystemMethods::rows).toList();
    return signatures.isEmpty() ? "undef" : signatures;
  }

  @XmlRpcMethod(help = "Tells what a method is for.", idempotent = true)
  public String methodHelp(String name, CallContext caller) {
    return directory.get(name, caller).help();
  }

  @XmlRpcMethod(help = "Tells whether there is a method of this name.", idempotent = true)
  public boolean methodExist(String name, CallContext caller) {
    return directory.find(name, caller).isPresent();
  }

  @XmlRpcMethod(
      help =
          "Lists the specifications this server follows: a struct that has for each name a struct"
              + " of specUrl and specVersion.",
      idempotent = true)
  public Struct getCapabilities() {
    return new Struct()
        .with("xmlrpc", capability("http://xmlrpc.com/spec", 1))
        .with("introspection", capability("http://xmlrpc.usefulinc.com/doc/reserved.html", 1))
        .with(
            "faults_interop",
            capability("http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php", 20010516))
        .with("system.multicall", capability("http://www.xmlrpc.com/discuss/msgReader$1208", 1))
        .with("nil", capability("http://ontosys.com/xml-rpc/extensions.php", 20010518));
  }

  @XmlRpcMethod(
      help =
          "Describes all methods that the caller may call: an array of structs with name, help,"
              + " idempotent and signatures, the types of parameters and results with all their"
              + " members; and with roles, when not anyone may call it.",
      idempotent = true)
  public List<Struct> describe(CallContext caller) {
    return directory.listed(caller).stream().map(directory::description).toList();
  }

  @XmlRpcMethod(help = "Describes one method in the same way.", idempotent = true)
  public Struct describe(String name, CallContext caller) {
    return directory.description(directory.get(name, caller));
  }

  private static Stream<List<String>> rows(Signature signature) {
    String result = signature.result().type().wireName();
    return signature.shapes().stream()
        .map(shape -> Stream.concat(Stream.of(result), shape.stream().map(ValueType::wireName)))
        .map(Stream::toList);
  }

  private static Struct capability(String url, int version) {
    return new Struct().with("specUrl", url).with("specVersion", version);
  }
}
