package dev.farcall.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a server is made of: its methods but for {@code system.multicall}, what it tells about them,
 * and the objects they run on.
 */
record Assembly(Map<String, ExportedMethod> methods, Directory directory, Handlers handlers) {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  /**
   * Makes all of it.
   *
   * @throws DeclarationException if anything declared is wrong; nothing is left open then
   */
  static Assembly of(XmlRpcServer.Builder builder) {
    Problems problems = new Problems();
    Handlers handlers = new Handlers(builder.factory, builder.instances, problems);
    Directory directory = new Directory();
    try {
      Map<String, ExportedMethod> methods = declared(builder, handlers, problems);
      system(builder, directory, problems).forEach((name, own) -> add(methods, own, problems));
      if (methods.containsKey(Multicall.NAME)) {
        problems.add(reserved(Multicall.NAME));
      }
      restrict(methods, builder.roles, problems);
      problems.throwIfAny();
      problems.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
      methods.values().forEach(method -> directory.add(method.info()));
      return new Assembly(methods, directory, handlers);
    } catch (Throwable e) {
      handlers.abandon();
      throw e;
    }
  }

  private static Map<String, ExportedMethod> declared(
      XmlRpcServer.Builder builder, Handlers handlers, Problems problems) {
    Declarations declarations = declarations(builder, problems);
    builder.declarations.forEach(each -> each.accept(declarations, handlers));
    return declarations.methods();
  }

  private static Map<String, ExportedMethod> system(
      XmlRpcServer.Builder builder, Directory directory, Problems problems) {
    Declarations declarations = declarations(builder, problems);
    if (builder.introspection == Introspection.ON) {
      SystemMethods methods = new SystemMethods(directory);
      declarations.handler("system", SystemMethods.class, HandlerSource.of(methods));
    }
    return declarations.methods();
  }

  private static Declarations declarations(XmlRpcServer.Builder builder, Problems problems) {
    LoginThrottle logins = new LoginThrottle(builder.loginLimits, builder.nanoTime);
    return new Declarations(builder.mapper, builder.voidResult, logins, problems);
  }

  private static void add(
      Map<String, ExportedMethod> methods, ExportedMethod own, Problems problems) {
    if (methods.put(own.info().name(), own) != null) {
      problems.add(reserved(own.info().name()));
    }
  }

  private static void restrict(
      Map<String, ExportedMethod> methods, RoleRules rules, Problems problems) {
    Set<String> names = new HashSet<>(methods.keySet());
    names.add(Multicall.NAME);
    rules.check(names, problems);
    methods.replaceAll((name, method) -> method.restrictedTo(rules.of(name)));
  }

  private static String reserved(String name) {
    return name + " is the server's own, and cannot be exported by a handler";
  }
}
