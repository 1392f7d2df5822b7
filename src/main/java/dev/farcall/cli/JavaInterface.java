package dev.farcall.cli;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.XmlRpcMethod;
import dev.farcall.client.MethodDescription;
import dev.farcall.client.MethodDescription.Parameter;
import dev.farcall.client.MethodDescription.Signature;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** A Java interface for the methods of a server, as {@code client.proxy} takes it. */
final class JavaInterface {

  /** A method has at most 255 slots for its parameters, of which some types take two. */
  private static final int MOST_PARAMETERS = 120;

  private final ClassName name;
  private final String prefix;
  private final JavaTypes types;

  /** Whatever it is sent, with whatever result. */
  private static final Signature ANYTHING = anything();

  /** Names and erased types of the parameters, which no two methods of Java can share. */
  private final Set<String> declared = new HashSet<>();

  /**
   * An interface of this name.
   *
   * @param prefix what all methods begin with on the server, and do not in Java; may be empty
   */
  JavaInterface(ClassName name, String prefix) {
    this.name = name;
    this.prefix = prefix;
    this.types = new JavaTypes(name);
  }

  /**
   * Its source. For one use.
   *
   * @param server its address, for the comment
   */
  String source(String server, List<MethodDescription> methods) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc(about(server));
    for (MethodDescription method : methods) {
      signatures(method).forEach(signature -> type.addMethod(method(method, signature)));
    }
    type.addTypes(types.records());
    return JavaFile.builder(name.packageName(), type.build())
        .skipJavaLangImports(true)
        .build()
        .toString();
  }

  private String about(String server) {
    return "The methods "
        + (prefix.isEmpty() ? "" : JavadocText.of(prefix) + ".* ")
        + "of "
        + JavadocText.of(server)
        + ", for {@code XmlRpcClient.proxy}.\n";
  }

  private static List<Signature> signatures(MethodDescription method) {
    return method.signatures().isEmpty()
        ? List.of(ANYTHING)
        : method.signatures().stream()
            .map(each -> each.params().size() > MOST_PARAMETERS ? ANYTHING : each)
            .toList();
  }

  private MethodSpec method(MethodDescription method, Signature signature) {
    String remote = prefix.isEmpty() ? method.name() : method.name().substring(prefix.length() + 1);
    List<ParameterSpec> parameters = parameters(signature);
    String java = free(JavaNames.identifier(remote), parameters);
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(java)
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .returns(types.of(signature.result()))
            .addParameters(parameters)
            .varargs(isRepeated(signature, parameters))
            .addAnnotation(annotation(remote, java, method.idempotent()));
    if (!method.help().isBlank()) {
      builder.addJavadoc("$L\n", JavadocText.of(method.help()));
    }
    return builder.build();
  }

  private List<ParameterSpec> parameters(Signature signature) {
    List<Parameter> params = signature.params();
    JavaNames names = new JavaNames();
    List<ParameterSpec> specs = new ArrayList<>();
    for (Parameter param : params) {
      TypeName type = type(param, specs.size() == params.size() - 1);
      String unique = names.unique(JavaNames.identifier(param.name()));
      specs.add(ParameterSpec.builder(type, unique).build());
    }
    return specs;
  }

  private TypeName type(Parameter param, boolean last) {
    if (param.repeated()) {
      TypeName each = types.of(param.type());
      // Generic varargs would warn whoever calls them; one list is the same to the server.
      return last && !(each instanceof ParameterizedTypeName)
          ? ArrayTypeName.of(each)
          : ParameterizedTypeName.get(ClassName.get(List.class), each.box());
    }
    return param.optional() ? types.optional(param.type()) : types.of(param.type());
  }

  private static boolean isRepeated(Signature signature, List<ParameterSpec> parameters) {
    int last = parameters.size() - 1;
    return last >= 0
        && signature.params().get(last).repeated()
        && parameters.get(last).type() instanceof ArrayTypeName;
  }

  private static AnnotationSpec annotation(String remote, String java, boolean idempotent) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(XmlRpcMethod.class);
    if (!remote.equals(java)) {
      annotation.addMember("name", JavaLiteral.of(remote));
    }
    if (idempotent) {
      annotation.addMember("idempotent", "true");
    }
    return annotation.build();
  }

  /** The name with a number behind it if there is a method of this name and these parameters. */
  private String free(String wanted, List<ParameterSpec> parameters) {
    String erased =
        parameters.stream()
            .map(parameter -> erasure(parameter.type()))
            .collect(Collectors.joining(", ", "(", ")"));
    String free = wanted;
    for (int number = 2; !declared.add(free + erased); number++) {
      free = wanted + number;
    }
    return free;
  }

  private static String erasure(TypeName type) {
    return type instanceof ParameterizedTypeName generic
        ? generic.rawType().toString()
        : type.toString();
  }

  private static Signature anything() {
    TypeDescription any = TypeDescription.of(ValueType.ANY);
    return new Signature(any, List.of(new Parameter("params", any, false, true)));
  }
}
