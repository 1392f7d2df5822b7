package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.write;
import static dev.farcall.mapping.Trip.writeRefusal;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.farcall.MappingException;
import dev.farcall.Struct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NestingTest {
  static final class Link {
    public @Nullable Link next;
    public @Nullable Object other;
  }

  private static List<Object> lists(int levels) {
    List<Object> list = new ArrayList<>();
    for (int i = 1; i < levels; i++) {
      list = new ArrayList<>(List.of(list));
    }
    return list;
  }

  @Test
  void sixtyFourLevelsAreAllowed() {
    assertDoesNotThrow(() -> write(lists(64)));
  }

  @Test
  void oneMoreIsRefused() {
    assertEquals(
        "[0]".repeat(64) + ": more than 64 levels of nesting (setting max-depth)",
        writeRefusal(lists(65)));
  }

  @Test
  void limitIsASetting() {
    ValueMapper mapper = ValueMapper.builder().maxDepth(2).build();
    assertEquals(
        "[0][0]: more than 2 levels of nesting (setting max-depth)",
        Trip.messageOf(() -> mapper.toValue(lists(3))));
  }

  @Test
  void beanThatContainsItselfIsFound() {
    Link link = new Link();
    link.next = link;
    assertEquals("next: it contains itself", writeRefusal(link));
  }

  @Test
  void circleHasTheShortestPath() {
    Link first = new Link();
    Link second = new Link();
    first.next = second;
    second.next = first;
    assertEquals("next.next: it contains itself", writeRefusal(first));
  }

  @Test
  void circleBehindOthersIsFound() {
    Link link = new Link();
    link.other = Map.of("a", List.of(1, link));
    assertEquals("[0].other.a[1]: it contains itself", writeRefusal(List.of(link)));
  }

  @Test
  void collectionsThatContainThemselvesAreFound() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertEquals("[0]: it contains itself", writeRefusal(list));
    Map<String, Object> map = new HashMap<>();
    map.put("a", map);
    assertEquals("a: it contains itself", writeRefusal(map));
    Struct struct = new Struct();
    struct.put("a", struct);
    assertEquals("a: it contains itself", writeRefusal(struct));
    Object[] array = new Object[1];
    array[0] = array;
    assertEquals("[0]: it contains itself", writeRefusal(array));
  }

  @Test
  void sameObjectTwiceSideBySideIsNoCircle() {
    Link link = new Link();
    assertEquals(List.of(new Struct(), new Struct()), write(List.of(link, link)));
  }

  @Test
  void equalObjectsInEachOtherAreNoCircle() {
    assertEquals(List.of(List.of()), write(List.of(List.of())));
  }

  @Test
  void problemOfAnotherKindKeepsItsWholePath() {
    Nesting nesting = new Nesting(4);
    nesting.enter("outer");
    nesting.enter("inner");
    MappingException inner = nesting.leave(new MappingException("no"), "b");
    assertEquals("a.b: no", nesting.leave(inner, "a").getMessage());
  }
}
