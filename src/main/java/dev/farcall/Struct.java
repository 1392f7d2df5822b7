package dev.farcall;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * XML-RPC's {@code struct}: named members in the order they were added. The order is kept but, as
 * the specification says, carries no meaning: two structs are equal when they have equal members.
 *
 * <pre>{@code
 * Struct point = new Struct().with("x", 3).with("y", 4);
 * }</pre>
 *
 * <p>Names are not null; values are null for nil. Not safe for use by several threads while one of
 * them changes it.
 */
public final class Struct extends AbstractMap<String, @Nullable Object> {

  // Most structs are small: up to this many members a scan of the names beats a hash table, and
  // costs a third of its memory.
  private static final int LONGEST_SCAN = 8;

  private static final String[] NO_NAMES = {};
  private static final Object[] NO_VALUES = {};

  private String[] names;
  private @Nullable Object[] values;
  private int size;

  /** From name to position, once there are too many to scan. */
  private @Nullable Map<String, Integer> index;

  /** An empty struct, which takes no more memory than that: a document may have many. */
  public Struct() {
    names = NO_NAMES;
    values = NO_VALUES;
  }

  /** A struct with the members of this map. */
  public Struct(Map<String, ? extends @Nullable Object> members) {
    int capacity = Math.max(4, members.size());
    names = new String[capacity];
    values = new Object[capacity];
    putAll(members);
  }

  /** Adds or replaces a member, and returns this struct. */
  public Struct with(String name, @Nullable Object value) {
    put(name, value);
    return this;
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    Objects.requireNonNull(name, "name");
    int position = find(name);
    if (position >= 0) {
      Object old = values[position];
      values[position] = value;
      return old;
    }
    append(name, value);
    return null;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int position = find(name);
    return position < 0 ? null : values[position];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable Object remove(@Nullable Object name) {
    int position = find(name);
    if (position < 0) {
      return null;
    }
    Object old = values[position];
    removeAt(position);
    return old;
  }

  /** Hands out each member, in order, without making an entry for it. */
  @Override
  public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new Entries();
  }

  private int find(@Nullable Object name) {
    if (index != null) {
      Integer position = index.get(name);
      return position == null ? -1 : position;
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private void append(String name, @Nullable Object value) {
    if (size == names.length) {
      int capacity = Math.max(4, size * 2);
      names = Arrays.copyOf(names, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    names[size] = name;
    values[size] = value;
    size++;
    if (index != null) {
      index.put(name, size - 1);
    } else if (size > LONGEST_SCAN) {
      index = indexed();
    }
  }

  private void removeAt(int position) {
    size--;
    System.arraycopy(names, position + 1, names, position, size - position);
    System.arraycopy(values, position + 1, values, position, size - position);
    values[size] = null;
    index = size > LONGEST_SCAN ? indexed() : null;
  }

  private Map<String, Integer> indexed() {
    Map<String, Integer> positions = new HashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      positions.put(names[i], i);
    }
    return positions;
  }

  private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Entry<String, @Nullable Object>> iterator() {
      return new Members();
    }

    @Override
    public void clear() {
      Arrays.fill(values, null);
      size = 0;
      index = null;
    }
  }

  private final class Members implements Iterator<Entry<String, @Nullable Object>> {
    private int next;
    private int last = -1;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Entry<String, @Nullable Object> next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      last = next++;
      return new Member(last);
    }

    @Override
    public void remove() {
      if (last < 0) {
        throw new IllegalStateException("nothing to remove: next comes first");
      }
      removeAt(last);
      next = last;
      last = -1;
    }
  }

  /** One member; its value can be set, which writes through. */
  private final class Member implements Entry<String, @Nullable Object> {
    private final int position;

    Member(int position) {
      this.position = position;
    }

    @Override
    public String getKey() {
      return names[position];
    }

    @Override
    public @Nullable Object getValue() {
      return values[position];
    }

    @Override
    public @Nullable Object setValue(@Nullable Object value) {
      Object old = values[position];
      values[position] = value;
      return old;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry<?, ?> that
          && getKey().equals(that.getKey())
          && Objects.equals(getValue(), that.getValue());
    }

    @Override
    public int hashCode() {
      return getKey().hashCode() ^ Objects.hashCode(getValue());
    }

    @Override
    public String toString() {
      return getKey() + "=" + getValue();
    }
  }
}
