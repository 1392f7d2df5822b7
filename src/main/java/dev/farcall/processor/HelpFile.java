package dev.farcall.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** The file that holds the help of one type: its keys, its texts, and where it lies. */
final class HelpFile {

  private final ProcessingEnvironment environment;

  HelpFile(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Writes the file, unless none of the methods has javadoc. Reports an error if that fails. */
  void write(TypeElement type, List<ExecutableElement> methods) {
    Map<String, String> texts = texts(methods);
    if (texts.isEmpty()) {
      return;
    }
    String name = "META-INF/farcall/" + binaryName(type) + ".properties";
    try (OutputStream out =
        environment
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", name, type)
            .openOutputStream()) {
      out.write(lines(texts).getBytes(UTF_8));
    } catch (IOException e) {
      String message = "cannot write " + name + ": " + e;
      environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message, type);
    }
  }

  private Map<String, String> texts(List<ExecutableElement> methods) {
    Map<String, String> texts = new TreeMap<>();
    for (ExecutableElement method : methods) {
      String comment = environment.getElementUtils().getDocComment(method);
      String text = comment == null ? "" : DocComment.parse(comment).plainText();
      if (!text.isEmpty()) {
        texts.put(key(method), text);
      }
    }
    return texts;
  }

  private String key(ExecutableElement method) {
    return method.getParameters().stream()
        .map(VariableElement::asType)
        .map(this::erasedName)
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }

  /** The name that reflection has for it at run time. */
  private String erasedName(TypeMirror type) {
    TypeMirror erased = environment.getTypeUtils().erasure(type);
    if (erased instanceof ArrayType array) {
      return erasedName(array.getComponentType()) + "[]";
    }
    if (erased instanceof DeclaredType declared) {
      return binaryName((TypeElement) declared.asElement());
    }
    return environment.getTypeUtils().getPrimitiveType(erased.getKind()).toString();
  }

  private String binaryName(TypeElement type) {
    return environment.getElementUtils().getBinaryName(type).toString();
  }

  /** By hand, since {@link java.util.Properties} writes the time as well, and in no fixed order. */
  private static String lines(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> text.getKey() + "=" + escape(text.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
