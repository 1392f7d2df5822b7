package dev.farcall.cli;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names of a server as names of Java, each of which is given once. */
final class JavaNames {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9_]+");

  /** Methods that every object has; neither a method nor a component may be called like them. */
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /** A class file has the name of its class, and file systems have limits. */
  private static final int LONGEST = 80;

  private final Set<String> taken = new HashSet<>();

  /**
   * The name with a number behind it if it was given before. Names that differ in case only are
   * one, as the names of files are in some systems.
   */
  String unique(String name) {
    String unique = name;
    for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
      unique = name + number;
    }
    return unique;
  }

  /** The same name where Java has it, or one like it: {@code sampleAdd} for {@code sample.add}. */
  static String identifier(String name) {
    String candidate = IDENTIFIER.matcher(name).matches() ? name : camelCase(name);
    String legal = Character.isDigit(candidate.charAt(0)) ? "_" + candidate : candidate;
    String cut = legal.substring(0, Math.min(legal.length(), LONGEST));
    return SourceVersion.isKeyword(cut) || OF_OBJECT.contains(cut) ? cut + "_" : cut;
  }

  /** The name of a type: {@code OldestPerson} for {@code oldest.person}. */
  static String typeName(String name) {
    String words = capitalized(camelCase(name.replace('_', ' ')));
    String legal = Character.isDigit(words.charAt(0)) ? "Type" + words : words;
    return legal.substring(0, Math.min(legal.length(), LONGEST));
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : SEPARATORS.split(name, -1)) {
      camel.append(camel.isEmpty() ? word : capitalized(word));
    }
    return camel.isEmpty() ? "unnamed" : camel.toString();
  }

  private static String capitalized(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
