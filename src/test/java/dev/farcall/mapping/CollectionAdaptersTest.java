package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.declarationError;
import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Type;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("JdkObsolete")
final class CollectionAdaptersTest {
  private static final TypeRef<List<Long>> LONGS = new TypeRef<>() {};

  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  abstract static class Half extends AbstractList<String> {}

  static final class Tree extends ArrayList<Tree> {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void elementsAreOfTheirType() {
    assertEquals(List.of(1L, 2L), read(LONGS, List.of(1, 2L)));
    assertEquals(List.of(1L, 2L), write(LONGS, List.of(1L, 2L)));
  }

  @ParameterizedTest
  @ValueSource(classes = {Iterable.class, Collection.class, List.class, ArrayList.class})
  void listsBecomeAnArrayList(Class<?> type) {
    assertEquals(ArrayList.class, read(type, new ArrayList<>(List.of("b", "a"))).getClass());
  }

  @ParameterizedTest
  @ValueSource(classes = {LinkedList.class, HashSet.class, LinkedHashSet.class, ArrayDeque.class})
  void classBecomesItself(Class<?> type) {
    Collection<?> read = (Collection<?>) read(type, List.of("b", "a"));
    assertEquals(type, read.getClass());
    assertEquals(Set.of("a", "b"), Set.copyOf(read));
  }

  @Test
  void setsKeepTheOrderThatCame() {
    assertEquals(
        "[b, a]", String.valueOf(read(new TypeRef<Set<String>>() {}, List.of("b", "a", "b"))));
  }

  @Test
  void sortedSetsSort() {
    assertEquals("[a, b]", read(new TypeRef<SortedSet<String>>() {}, List.of("b", "a")).toString());
    assertEquals(
        "[a, b]", read(new TypeRef<NavigableSet<String>>() {}, List.of("b", "a")).toString());
    assertEquals("[a, b]", read(new TypeRef<TreeSet<String>>() {}, List.of("b", "a")).toString());
  }

  @Test
  void queuesTakeNil() {
    assertEquals(
        Arrays.asList("a", null), read(new TypeRef<Queue<String>>() {}, Arrays.asList("a", null)));
    assertEquals(
        Arrays.asList("a", null), read(new TypeRef<Deque<String>>() {}, Arrays.asList("a", null)));
  }

  @Test
  void otherClassesThatCanBeMadeEmptyBecomeThemselves() {
    assertEquals(
        CopyOnWriteArrayList.class,
        read(new TypeRef<CopyOnWriteArrayList<String>>() {}, List.of("a")).getClass());
    assertEquals(Words.class, read(Words.class, List.of("a")).getClass());
  }

  @Test
  void subclassKnowsItsElements() {
    assertEquals("[1]: expected string, got int 1", refusal(Words.class, List.of("a", 1)));
  }

  @Test
  void classThatContainsItselfIsNoTrouble() {
    Tree tree = (Tree) read(Tree.class, List.of(List.of(), List.of(List.of())));
    assertEquals("[[], [[]]]", tree.toString());
    assertEquals("[[], [[]]]", String.valueOf(write(Tree.class, tree)));
    assertEquals(
        new TypeDescription(
            ValueType.ARRAY, null, TypeDescription.of(ValueType.ARRAY), List.of(), List.of()),
        Trip.describe(Tree.class));
  }

  @Test
  void classThatCannotBeMadeIsADeclarationError() {
    assertEquals(
        Half.class.getTypeName() + " cannot travel: there is no way to make an empty one",
        declarationError(Half.class));
  }

  @Test
  void sortedElementsWithoutAnOrderAreADeclarationError() {
    assertEquals(
        "java.util.SortedSet cannot travel: it is sorted, and java.lang.Object has no order",
        declarationError(SortedSet.class));
  }

  @Test
  void nilElementIsNull() {
    assertEquals(
        Arrays.asList("a", null), read(new TypeRef<List<String>>() {}, Arrays.asList("a", null)));
    assertEquals(Arrays.asList("a", null), write(Arrays.asList("a", null)));
    assertNull(read(List.class, null));
  }

  @Test
  void collectionWithoutNullRefusesNil() {
    assertEquals(
        "[1]: a TreeSet cannot hold nil",
        refusal(new TypeRef<TreeSet<String>>() {}, Arrays.asList("a", null)));
  }

  @Test
  void objectsAreTheListThatCame() {
    List<Object> list = new ArrayList<>(List.of("a", 1));
    assertSame(list, read(new TypeRef<List<Object>>() {}, list));
    assertSame(list, read(new TypeRef<Collection<?>>() {}, list));
    assertSame(list, read(List.class, list));
  }

  @Test
  void listOfPlainValuesIsWrittenAsItIs() {
    List<Object> list = List.of("a", 1, List.of(2.5));
    assertSame(list, write(list));
  }

  @Test
  void listOfOtherThingsIsWrittenAsACopy() {
    UUID id = new UUID(1, 2);
    List<Object> list = new ArrayList<>(List.of("a", id, "b"));
    assertEquals(List.of("a", id.toString(), "b"), write(list));
    assertEquals(List.of("a", id, "b"), list);
  }

  @Test
  void linkedListIsWrittenAsOneWithFastAccess() {
    LinkedList<String> list = new LinkedList<>(List.of("a"));
    assertNotSame(list, write(list));
    assertEquals(List.of("a"), write(list));
  }

  @Test
  void setsAndIterablesAreWrittenInTheirOrder() {
    assertEquals(List.of("a", "b"), write(new TreeSet<>(List.of("b", "a"))));
    Iterable<Integer> counting = () -> List.of(1, 2).iterator();
    assertEquals(List.of(1, 2), write(counting));
  }

  @Test
  void mismatchOfAnElementHasItsPath() {
    assertEquals("[1]: expected i8, got string \"x\"", refusal(LONGS, List.of(1, "x")));
    assertEquals(
        "[0][1]: expected i8, got boolean true",
        refusal(new TypeRef<List<List<Long>>>() {}, List.of(List.of(1, true))));
  }

  @Test
  void otherValuesAreRefused() {
    assertEquals("expected array, got int 1", refusal(LONGS, 1));
    assertEquals("expected array, got struct", refusal(LONGS, new dev.farcall.Struct()));
  }

  @Test
  void elementThatCannotTravelIsADeclarationErrorWithItsPath() {
    assertEquals(
        "List<Thread>[]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        declarationError(new TypeRef<List<Thread>>() {}));
  }

  @Test
  void wildcardIsItsBound() {
    Type type = new TypeRef<List<? extends Number>>() {}.type();
    assertEquals("[0]: expected a number, got string \"a\"", refusal(type, List.of("a")));
    Type lower = new TypeRef<List<? super Integer>>() {}.type();
    assertEquals("[0]: expected int, got string \"a\"", refusal(lower, List.of("a")));
  }

  @Test
  void isDescribedWithItsElement() {
    assertEquals(
        new TypeDescription(
            ValueType.ARRAY, null, TypeDescription.of(ValueType.I8), List.of(), List.of()),
        Trip.describe(LONGS.type()));
  }
}
