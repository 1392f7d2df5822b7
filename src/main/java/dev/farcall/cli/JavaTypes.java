package dev.farcall.cli;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.farcall.XmlRpcMember;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.TypeDescription.Member;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The Java types for what a server describes, and the records among them. Equal descriptions have
 * one record.
 */
final class JavaTypes {

  /** The constructor of a record has at most 255 slots, of which some types take two. */
  private static final int MOST_MEMBERS = 120;

  private final ClassName owner;
  private final JavaNames names = new JavaNames();
  private final Map<TypeDescription, ClassName> known = new HashMap<>();
  private final List<TypeSpec> records = new ArrayList<>();

  /** Records that are being made, the innermost first: what contains itself names one of them. */
  private final Deque<Map.Entry<String, ClassName>> unfinished = new ArrayDeque<>();

  /** The types within this interface. */
  JavaTypes(ClassName owner) {
    this.owner = owner;
    String unused = names.unique(owner.simpleName());
  }

  /** The records that all types asked for so far need. */
  List<TypeSpec> records() {
    return List.copyOf(records);
  }

  /** The type; primitive where there is one. */
  TypeName of(TypeDescription type) {
    return switch (type.type()) {
      case INT -> TypeName.INT;
      case I8 -> TypeName.LONG;
      case BOOLEAN -> TypeName.BOOLEAN;
      case DOUBLE -> TypeName.DOUBLE;
      case STRING -> ClassName.get(String.class);
      case DATE_TIME -> ClassName.get(LocalDateTime.class);
      case BASE64 -> ArrayTypeName.of(TypeName.BYTE);
      case BIG_INTEGER -> ClassName.get(BigInteger.class);
      case BIG_DECIMAL -> ClassName.get(BigDecimal.class);
      case ARRAY -> ParameterizedTypeName.get(ClassName.get(List.class), boxed(type.element()));
      case STRUCT -> struct(type);
      case NIL, ANY -> ClassName.get(Object.class);
    };
  }

  /** The type of what may be left out. */
  TypeName optional(TypeDescription type) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), boxed(type));
  }

  private TypeName boxed(@Nullable TypeDescription type) {
    return type == null ? ClassName.get(Object.class) : of(type).box();
  }

  private TypeName struct(TypeDescription type) {
    ClassName made = known.get(type);
    if (made != null) {
      return made;
    } else if (type.members().isEmpty() || type.members().size() > MOST_MEMBERS) {
      return named(type.name()).orElseGet(() -> map(type.element()));
    }
    ClassName name =
        owner.nestedClass(names.unique(JavaNames.typeName(String.valueOf(type.name()))));
    unfinished.push(Map.entry(String.valueOf(type.name()), name));
    records.add(record(name, type.members()));
    unfinished.pop();
    known.put(type, name);
    return name;
  }

  private Optional<TypeName> named(@Nullable String name) {
    return unfinished.stream()
        .filter(each -> each.getKey().equals(name))
        .<TypeName>map(Map.Entry::getValue)
        .findFirst();
  }

  private TypeName map(@Nullable TypeDescription element) {
    return ParameterizedTypeName.get(
        ClassName.get(Map.class), ClassName.get(String.class), boxed(element));
  }

  private TypeSpec record(ClassName name, List<Member> members) {
    JavaNames components = new JavaNames();
    MethodSpec.Builder canonical = MethodSpec.constructorBuilder();
    for (Member member : members) {
      canonical.addParameter(component(member, components));
    }
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .recordConstructor(canonical.build())
        .build();
  }

  private ParameterSpec component(Member member, JavaNames components) {
    String name = components.unique(JavaNames.identifier(member.name()));
    TypeName type = member.optional() ? optional(member.type()) : of(member.type());
    ParameterSpec.Builder component = ParameterSpec.builder(type, name);
    if (!name.equals(member.name())) {
      component.addAnnotation(
          AnnotationSpec.builder(XmlRpcMember.class)
              .addMember("name", JavaLiteral.of(member.name()))
              .build());
    }
    return component.build();
  }
}
