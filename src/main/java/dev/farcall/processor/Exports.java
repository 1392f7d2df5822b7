package dev.farcall.processor;

import dev.farcall.XmlRpcMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Which methods of a type are exported: those with the annotation or, where none has it and the
 * type is named here, the public ones.
 *
 * @param names canonical names of types, and of packages with {@code .*} behind
 * @param elements knows the package of a type
 */
record Exports(Set<String> names, Elements elements) {

  /** The names of a list with commas, which may be empty. */
  static Exports parse(String list, Elements elements) {
    return new Exports(
        Stream.of(list.split(",", -1)).map(String::strip).collect(Collectors.toSet()), elements);
  }

  /** The exported methods that the type itself declares. */
  List<ExecutableElement> of(TypeElement type) {
    List<ExecutableElement> all = ElementFilter.methodsIn(type.getEnclosedElements());
    List<ExecutableElement> marked = all.stream().filter(Exports::isMarked).toList();
    if (!marked.isEmpty() || !isNamed(type)) {
      return marked;
    }
    return all.stream().filter(Exports::isExportable).toList();
  }

  private boolean isNamed(TypeElement type) {
    return names.contains(type.getQualifiedName().toString())
        || names.contains(elements.getPackageOf(type).getQualifiedName() + ".*");
  }

  private static boolean isMarked(ExecutableElement method) {
    return method.getAnnotation(XmlRpcMethod.class) != null;
  }

  private static boolean isExportable(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.STATIC);
  }
}
