package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a conversion stands: the objects it is inside of. It finds an object that contains itself,
 * and stops at a depth that no reader would accept. One per conversion; for use by one thread.
 *
 * <pre>{@code
 * nesting.enter(pair);
 * String where = "first";
 * try {
 *   Object first = adapter.toValue(pair.first(), nesting);
 *   where = "second";
 *   Object second = adapter.toValue(pair.second(), nesting);
 *   nesting.leave();
 *   return Arrays.asList(first, second);
 * } catch (MappingException e) {
 *   throw nesting.leave(e, where);
 * }
 * }</pre>
 */
public final class Nesting {

  private final int limit;
  private Object[] objects = new Object[8];
  private List<Closeable> streams = List.of();
  private int depth;

  /** Where an object stands for the second time, once that is known to have stopped it. */
  private int repeatedAt = Integer.MAX_VALUE;

  /**
   * At the outside.
   *
   * @param limit how many levels are allowed
   */
  public Nesting(int limit) {
    this.limit = limit;
  }

  /**
   * Goes into an object that holds others. Every call is followed by one of the {@code leave} ones,
   * unless the conversion ends with an exception of another kind.
   *
   * @throws MappingException if the object contains itself, or is too deep
   */
  public void enter(Object container) {
    if (depth == limit) {
      throw stopped(container);
    }
    if (depth == objects.length) {
      objects = Arrays.copyOf(objects, depth * 2);
    }
    objects[depth++] = container;
  }

  /** Leaves the object entered last. */
  public void leave() {
    objects[--depth] = this;
  }

  /**
   * Leaves the object entered last because something in it cannot travel.
   *
   * @param problem with what is in it
   * @param segment where in the object that was, as {@link MappingException#at} takes it
   * @return the problem seen from the object that is left, to be thrown
   */
  public MappingException leave(MappingException problem, String segment) {
    leave();
    // A circle is gone round until the limit; its path is that of the first round.
    return depth < repeatedAt ? problem.at(segment) : problem;
  }

  /** Remembers a stream that was opened for the value, to be closed if there will be none. */
  void opened(Closeable stream) {
    if (streams.isEmpty()) {
      streams = new ArrayList<>();
    }
    streams.add(stream);
  }

  /** Closes what was opened, since something else cannot travel. */
  void closeStreams(MappingException reason) {
    for (Closeable stream : streams) {
      try {
        stream.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }

  private MappingException stopped(Object container) {
    repeatedAt = repeatedAt(container);
    return new MappingException(
        repeatedAt < Integer.MAX_VALUE
            ? "it contains itself"
            : "more than " + limit + " levels of nesting (setting max-depth)");
  }

  // Looked for only here, so that a conversion that goes well pays nothing for it.
  private int repeatedAt(Object container) {
    for (int second = 1; second <= depth; second++) {
      Object object = second == depth ? container : objects[second];
      for (int first = 0; first < second; first++) {
        if (objects[first] == object) {
          return second;
        }
      }
    }
    return Integer.MAX_VALUE;
  }
}
