package dev.farcall.server;

import dev.farcall.XmlRpcMethod;
import dev.farcall.call.PrintableText;
import dev.farcall.mapping.MethodText;
import dev.farcall.mapping.ValueMapper;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers what is exported, by name, while a server is built. */
final class Declarations {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/]{1,255}");

  private final JavaMethods plans;
  private final LoginMethods logins;
  private final Problems problems;
  private final HelpTexts helpTexts = new HelpTexts();
  private final Map<String, List<Declared>> methods = new TreeMap<>();

  Declarations(ValueMapper mapper, VoidResult voidResult, LoginThrottle logins, Problems problems) {
    this.plans = new JavaMethods(mapper, voidResult, problems);
    this.logins = new LoginMethods(logins, problems);
    this.problems = problems;
  }

  /** Everything a type exports, behind a prefix unless that is empty. */
  void handler(String prefix, Class<?> type, HandlerSource source) {
    String before = prefix.isEmpty() ? "" : prefix + ".";
    Exports.of(type, problems).forEach(export -> export(before + export.name(), export, source));
  }

  /** All of one Java name that a type exports. */
  void method(String name, Class<?> type, String javaMethod, HandlerSource source) {
    List<Export> exports = Exports.of(type, problems);
    List<String> javaNames = exports.stream().map(each -> each.method().getName()).toList();
    if (!exports.isEmpty() && !javaNames.contains(javaMethod)) {
      String others = String.join(", ", javaNames.stream().distinct().toList());
      problems.add(name + ": " + type.getName() + " exports no " + javaMethod + ", but " + others);
    }
    exports.stream()
        .filter(export -> export.method().getName().equals(javaMethod))
        .forEach(export -> export(name, export, source));
  }

  /** A lambda that takes parameters of these types. */
  void lambda(String name, List<Class<?>> types, Class<?> result, JavaMethods.Lambda lambda) {
    plans.plan(name, types, result, lambda).ifPresent(plan -> lambda(name, plan));
  }

  /** A lambda that takes whatever it is sent. */
  void open(String name, MethodBody body) {
    lambda(name, plans.plan(body));
  }

  /** What was gathered, sorted by name. */
  Map<String, ExportedMethod> methods() {
    Map<String, ExportedMethod> exported = new TreeMap<>();
    methods.forEach((name, all) -> exported.put(name, exported(name, all)));
    return exported;
  }

  private void lambda(String name, Overload plan) {
    add(name, new Declared(plan, "a lambda", Optional.empty(), Optional.empty(), Access.anyone()));
  }

  private void export(String name, Export export, HandlerSource source) {
    Method method = export.method();
    Access access = AccessAnnotations.of(method, source.type(), problems);
    plans
        .plan(method, source.guarded(method, access))
        .map(plan -> logins.guard(plan, method, source.type()))
        .map(
            plan ->
                new Declared(plan, MethodText.of(method), export.declared(), help(export), access))
        .ifPresent(declared -> add(name, declared));
  }

  private Optional<String> help(Export export) {
    Optional<String> written = export.declared().map(XmlRpcMethod::help);
    try {
      return written.filter(text -> !text.isBlank()).or(() -> helpTexts.of(export));
    } catch (UncheckedIOException e) {
      problems.add(String.valueOf(e.getMessage()), e);
      return Optional.empty();
    }
  }

  private void add(String name, Declared declared) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          "the name \""
              + PrintableText.of(name, 64)
              + "\" of "
              + declared.origin()
              + " must be 1 to 255 of A-Z a-z 0-9 _ . : /");
    }
    methods.computeIfAbsent(name, key -> new ArrayList<>()).add(declared);
  }

  private ExportedMethod exported(String name, List<Declared> all) {
    checkDistinct(name, all);
    List<Overload> overloads = all.stream().map(Declared::overload).toList();
    List<MethodInfo.Signature> signatures =
        overloads.stream()
            .sorted(Overload.PREFERENCE)
            .flatMap(overload -> overload.signature().stream())
            .toList();
    List<String> texts = all.stream().flatMap(each -> each.help().stream()).distinct().toList();
    String help = texts.isEmpty() ? SignatureText.of(name, signatures) : String.join("\n\n", texts);
    MethodInfo info =
        new MethodInfo(
            name,
            signatures,
            help,
            all.stream().allMatch(Declared::idempotent),
            all.stream().allMatch(Declared::hidden),
            all.stream().map(Declared::access).reduce(Access.anyone(), Access::and));
    return new ExportedMethod(info, overloads);
  }

  private void checkDistinct(String name, List<Declared> all) {
    Set<Object> taken = new HashSet<>();
    for (Declared declared : all) {
      boolean open = declared.overload().signature().isEmpty();
      boolean clashes =
          open
              ? all.size() > 1
              : declared.overload().signature().stream()
                  .flatMap(signature -> signature.shapes().stream())
                  .anyMatch(shape -> !taken.add(shape));
      if (clashes) {
        problems.add(
            name + declared.overload().types() + " is exported more than once: " + origins(all));
        return;
      }
    }
  }

  private static String origins(List<Declared> all) {
    return String.join(", ", all.stream().map(Declared::origin).distinct().toList());
  }

  /** One overload, with what its declaration says about it. */
  private record Declared(
      Overload overload,
      String origin,
      Optional<XmlRpcMethod> annotation,
      Optional<String> help,
      Access access) {
    boolean idempotent() {
      return annotation.filter(XmlRpcMethod::idempotent).isPresent();
    }

    boolean hidden() {
      return annotation.filter(XmlRpcMethod::hidden).isPresent();
    }
  }
}
