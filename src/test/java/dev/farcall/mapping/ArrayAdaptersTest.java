package dev.farcall.mapping;

import static dev.farcall.mapping.Trip.read;
import static dev.farcall.mapping.Trip.refusal;
import static dev.farcall.mapping.Trip.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArrayAdaptersTest {
  @Test
  void primitivesAreRead() {
    assertArrayEquals(new int[] {1, 2}, (int[]) read(int[].class, List.of(1, 2L)));
    assertArrayEquals(new long[] {1, 2}, (long[]) read(long[].class, List.of(1, 2L)));
    assertArrayEquals(new double[] {1, 2.5}, (double[]) read(double[].class, List.of(1, 2.5)));
    assertArrayEquals(new float[] {0.1f}, (float[]) read(float[].class, List.of(0.1)));
    assertArrayEquals(new short[] {1}, (short[]) read(short[].class, List.of(1)));
    assertArrayEquals(new char[] {'a'}, (char[]) read(char[].class, List.of("a")));
    assertArrayEquals(new boolean[] {true}, (boolean[]) read(boolean[].class, List.of(true)));
  }

  @Test
  void primitivesAreWritten() {
    assertEquals(List.of(1, 2), write(new int[] {1, 2}));
    assertEquals(List.of(1L, 2L), write(new long[] {1, 2}));
    assertEquals(List.of(1.0, 2.5), write(new double[] {1, 2.5}));
    assertEquals(List.of(0.5f), write(new float[] {0.5f}));
    assertEquals(List.of(1), write(new short[] {1}));
    assertEquals(List.of("a"), write(new char[] {'a'}));
    assertEquals(List.of(true), write(new boolean[] {true}));
  }

  @Test
  void objectsAreOfTheirType() {
    assertArrayEquals(
        new String[] {"a", null}, (String[]) read(String[].class, Arrays.asList("a", null)));
    assertEquals(Arrays.asList("a", null), write(new String[] {"a", null}));
    assertArrayEquals(new Object[] {1, "a"}, (Object[]) read(Object[].class, List.of(1, "a")));
  }

  @Test
  void arraysOfArraysWork() {
    int[][] table = {{1}, {2, 3}};
    assertEquals(List.of(List.of(1), List.of(2, 3)), write(table));
    assertArrayEquals(table, (int[][]) read(int[][].class, List.of(List.of(1), List.of(2, 3))));
  }

  @Test
  void genericComponentsWork() {
    Optional<Long>[] read = read(new TypeRef<Optional<Long>[]>() {}, Arrays.asList(1, null));
    assertEquals(List.of(Optional.of(1L), Optional.empty()), List.of(read));
  }

  @Test
  void boxesOfBytesAreNoBase64() {
    assertArrayEquals(new Byte[] {1}, (Byte[]) read(Byte[].class, List.of(1)));
  }

  @Test
  void nilIsNoPrimitiveElement() {
    assertEquals("[1]: expected int, got nil", refusal(int[].class, Arrays.asList(1, null)));
    assertNull(read(int[].class, null));
  }

  @Test
  void otherValuesAreRefused() {
    assertEquals("expected array, got string \"1\"", refusal(int[].class, "1"));
  }

  @Test
  void problemOfAnElementHasItsPath() {
    assertEquals(
        "[1][0]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        Trip.writeRefusal(new Object[] {1, new Object[] {Thread.currentThread()}}));
    assertEquals(
        "Thread[][]: java.lang.Thread cannot travel: there is no XML-RPC type for it",
        Trip.declarationError(Thread[].class));
  }

  @Test
  void isDescribedWithItsElement() {
    assertEquals(
        new TypeDescription(
            ValueType.ARRAY, null, TypeDescription.of(ValueType.INT), List.of(), List.of()),
        Trip.describe(int[].class));
  }
}
