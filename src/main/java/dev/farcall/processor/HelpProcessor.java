package dev.farcall.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * An annotation {@link Processor} that keeps the javadoc of exported methods. javac finds it where
 * this library is on the class path or on the processor path.
 *
 * <p>It takes the types with a method that carries {@link dev.farcall.XmlRpcMethod}, and those that
 * an option names, one by one or a whole package: {@code
 * -Afarcall.help=com.example.Sample,com.example.api.*}. For each of them that has javadoc it writes
 * {@code META-INF/farcall/} and the binary name and {@code .properties}, in UTF-8. A key is the
 * method's name and the erased types of its parameters, such as {@code add(int,java.lang.String)}
 * or {@code sum(int[])}; its value is the javadoc as plain text. The same sources give the same
 * bytes.
 */
public final class HelpProcessor extends AbstractProcessor {

  private static final String OPTION = "farcall.help";

  /** For javac, which makes its own. */
  public HelpProcessor() {}

  /** The option that names further types. */
  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(OPTION);
  }

  /** All, since the option may name a type that carries none. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  /** The newest there is: javadoc and parameters are the same in all. */
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** Writes the help of each type of this round; claims no annotation. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Exports exports =
        Exports.parse(
            processingEnv.getOptions().getOrDefault(OPTION, ""), processingEnv.getElementUtils());
    HelpFile file = new HelpFile(processingEnv);
    for (TypeElement type : types(round.getRootElements())) {
      file.write(type, exports.of(type));
    }
    return false;
  }

  /** Those types and the ones nested in them. */
  private static Set<TypeElement> types(Iterable<? extends Element> elements) {
    Set<TypeElement> all = new LinkedHashSet<>();
    for (Element element : elements) {
      if (element instanceof TypeElement type) {
        all.add(type);
        all.addAll(types(ElementFilter.typesIn(type.getEnclosedElements())));
      }
    }
    return all;
  }
}
