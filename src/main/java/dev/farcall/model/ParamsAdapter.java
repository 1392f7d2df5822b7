package dev.farcall.model;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between the list of values a document offers and its {@code params} element. Like {@link
 * ValueAdapter}, this one lets JAXB build all that is inside, and whoever has a faster way extends
 * it. Immutable.
 */
public class ParamsAdapter
    extends XmlAdapter<@Nullable ParamsElement, @Nullable List<@Nullable Object>> {

  /** For JAXB. */
  public ParamsAdapter() {}

  @Override
  public @Nullable List<@Nullable Object> unmarshal(@Nullable ParamsElement element) {
    if (element == null) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>(element.params().size());
    for (ParamElement param : element.params()) {
      values.add(param.value());
    }
    return values;
  }

  @Override
  public @Nullable ParamsElement marshal(@Nullable List<@Nullable Object> values) {
    if (values == null) {
      return null;
    }
    ParamsElement element = new ParamsElement();
    for (Object value : values) {
      element.params().add(new ParamElement(value));
    }
    return element;
  }
}
