package dev.farcall.cli;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.Struct;
import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Handlers as servers of others have them. */
final class OtherServer {
  private OtherServer() {}

  /** Introspection without {@code system.describe}, by somebody who wishes us ill. */
  public static final class Introspection {
    /** For the servlet. */
    public Introspection() {}

    /** Out of order. */
    public List<String> listMethods() {
      return List.of("b.evil\u009b31m", "a.plain", "a.plain", "c.unknown");
    }

    /** Of one there is no word. */
    public Object methodSignature(String name) {
      return switch (name) {
        case "a.plain" -> List.of(List.of("i4", "string", "mixed"), List.of("array"));
        case "b.evil\u009b31m" -> "undef";
        default -> throw FaultException.of(FaultCode.METHOD_NOT_FOUND, "not that\u009b one");
      };
    }

    /** Ends comments. */
    public String methodHelp(String name) {
      if (name.equals("d.missing")) {
        throw FaultException.of(FaultCode.METHOD_NOT_FOUND, "no help");
      }
      return name.equals("a.plain") ? "\r\n  Does it. \r\nReally." : "*/ \\u002a/ <b>\u202e";
    }
  }

  /** A server that has a method for some only. */
  public static final class Roles {
    /** For the servlet. */
    public Roles() {}

    /** The only method. */
    public Struct describe(String name) {
      return new Struct()
          .with("name", name)
          .with("help", "")
          .with("idempotent", false)
          .with("signatures", List.of())
          .with("roles", List.of("admin", "oper\u009bator"));
    }
  }

  /** Tells its callers what they sent. */
  public static final class Headers {
    /** For the servlet. */
    public Headers() {}

    /** A header of the request. */
    public String header(String name, CallContext context) {
      return context.header(name).orElse("none");
    }
  }

  /** A validator1 with one of its methods, and that one wrong. */
  public static final class Validator {
    /** For the servlet. */
    public Validator() {}

    /** One too many. */
    public int easyStructTest(Map<String, Integer> struct) {
      return 1 + struct.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Descriptions that would be code, or no Java at all, if they were taken as they are. */
  public static final class Descriptions {

    private static final Struct ANY = new Struct().with("type", "undefined");
    private static final Struct INT = new Struct().with("type", "int");

    /** For the servlet. */
    public Descriptions() {}

    /** One method for each name, and one for each type. */
    public List<Struct> describe() {
      return Stream.concat(
              NAMES.stream().map(name -> method(name, INT, List.of())),
              Stream.concat(
                  NAMES.stream().map(name -> method("type" + name, struct(name), List.of())),
                  Stream.of(
                      method("many", ANY, IntStream.range(0, 300).mapToObj(i -> "p" + i).toList()),
                      method("named", ANY, NAMES),
                      method("same", ANY, List.of("x")),
                      method("same", ANY, List.of("y")))))
          .toList();
    }

    private static Struct method(String name, Struct result, List<String> params) {
      Struct signature =
          new Struct()
              .with("result", result)
              .with(
                  "params",
                  params.stream()
                      .map(param -> new Struct().with("name", param).with("type", struct(param)))
                      .toList());
      return new Struct()
          .with("name", name)
          .with("help", String.join("\n", NAMES))
          .with("idempotent", true)
          .with("signatures", List.of(signature, signature));
    }

    private static Struct struct(String name) {
      return new Struct()
          .with("type", "struct")
          .with("name", name)
          .with(
              "members",
              NAMES.stream()
                  .map(each -> new Struct().with("name", each).with("type", INT))
                  .map(each -> each.with("optional", each.size() > 5))
                  .toList());
    }
  }

  private static final List<String> NAMES =
      List.of(
          "*/ } class Evil {",
          "\\u002a/ }",
          "\\",
          "\"\n",
          "\u202e\u2028",
          "$L $T",
          "{@code ",
          "class",
          "_",
          "",
          "1",
          "getClass",
          "String",
          "Object",
          "Integer",
          "Override",
          "List",
          "XmlRpcMethod",
          "record",
          "Record",
          "remoteMethods",
          "a.b",
          "aB",
          "ab",
          "x".repeat(300));
}
