package dev.farcall.client;

import dev.farcall.XmlRpcMethod;
import dev.farcall.call.CallContext;
import java.util.List;

/** What the servers of Python's tests have. */
@SuppressWarnings("MemberName")
public final class PythonFunctions {
  @XmlRpcMethod
  public long pow(int base, int exponent) {
    return Math.round(Math.pow(base, exponent));
  }

  @XmlRpcMethod
  public String add(String a, String b) {
    return a + b;
  }

  @XmlRpcMethod
  public int add(int a, int b) {
    return a + b;
  }

  @XmlRpcMethod(help = "This is the div function")
  public int div(int a, int b) {
    return a / b;
  }

  @XmlRpcMethod(help = "This is my function")
  public boolean my_function() {
    return true;
  }

  @XmlRpcMethod
  public void fail() {
    throw new IllegalStateException("broken dispatcher");
  }

  @XmlRpcMethod
  public List<String> header(String name, CallContext context) {
    return context.headers(name);
  }

  @XmlRpcMethod(name = "Fixture.getData")
  public String data() {
    return "42";
  }
}
