package dev.farcall.client;

import dev.farcall.XmlRpcStruct;
import dev.farcall.mapping.Nesting;
import dev.farcall.mapping.TypeAdapter;
import dev.farcall.mapping.TypeDescription;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.mapping.ValueType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads types as {@code system.describe} answers them. */
final class DescribedTypes implements TypeAdapter.Factory {

  /** A mapper that knows them. */
  static ValueMapper mapper() {
    return ValueMapper.builder().factory(new DescribedTypes()).build();
  }

  private DescribedTypes() {}

  @Override
  public @Nullable TypeAdapter<?> create(Type type, ValueMapper mapper) {
    return type == TypeDescription.class ? new Adapter(mapper.adapter(Form.class)) : null;
  }

  /** A type as it travels. */
  @XmlRpcStruct(optional = true)
  record Form(
      @Nullable String type,
      @Nullable String name,
      @Nullable TypeDescription element,
      @Nullable List<TypeDescription.Member> members,
      @Nullable List<String> values) {

    private TypeDescription toDescription() {
      return new TypeDescription(valueType(), name, element, all(members), all(values));
    }

    // A server may have types of its own.
    private ValueType valueType() {
      return Stream.of(ValueType.values())
          .filter(each -> each.wireName().equals(type))
          .findFirst()
          .orElse(ValueType.ANY);
    }

    private static <T> List<T> all(@Nullable List<T> some) {
      return some == null ? List.of() : List.copyOf(some);
    }
  }

  private static final class Adapter extends TypeAdapter<TypeDescription> {
    private final TypeAdapter<Form> forms;

    Adapter(TypeAdapter<Form> forms) {
      this.forms = forms;
    }

    @Override
    public @Nullable TypeDescription fromValue(@Nullable Object value) {
      Form form = forms.fromValue(value);
      return form == null ? null : form.toDescription();
    }

    @Override
    public Object toValue(TypeDescription java, Nesting nesting) {
      throw new UnsupportedOperationException("types are read only");
    }

    @Override
    public TypeDescription describe() {
      return TypeDescription.of(ValueType.STRUCT);
    }
  }
}
