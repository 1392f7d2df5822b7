package dev.farcall.mapping;

import dev.farcall.MappingException;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link TypeAdapter} of a Java type, and keeps it. Immutable but for that; safe for use
 * by many threads.
 *
 * <pre>{@code
 * ValueMapper mapper = ValueMapper.create();
 * List<User> users = mapper.adapter(new TypeRef<List<User>>() {}).fromValue(value);
 * Object plain = mapper.toValue(users);
 * }</pre>
 */
public final class ValueMapper {

  private final int maxDepth;
  private final List<TypeAdapter.Factory> custom;
  private final ObjectAdapter any;
  private final AdapterCache cache;

  private ValueMapper(Builder builder) {
    maxDepth = builder.maxDepth;
    custom = List.copyOf(builder.factories);
    any = new ObjectAdapter(this);
    List<TypeAdapter.Factory> all = new ArrayList<>(custom);
    all.addAll(
        List.of(
            new DynamicAdapters(any),
            new ScalarAdapters(),
            new TextAdapters(),
            new TimeAdapters(builder.zone),
            new BinaryAdapters(),
            new OptionalAdapters(),
            new RecordAdapters(),
            new ArrayAdapters(),
            new MapAdapters(),
            new CollectionAdapters(),
            new BeanAdapters()));
    cache = new AdapterCache(this, all);
  }

  /** A mapper with the defaults of {@link Builder}. */
  public static ValueMapper create() {
    return builder().build();
  }

  /** A builder. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The adapter of a type, with generics if it has any.
   *
   * @throws MappingException if the type cannot travel; the message has the path to the part that
   *     cannot
   */
  public TypeAdapter<?> adapter(Type type) {
    return cache.adapter(type);
  }

  /**
   * The adapter of a class.
   *
   * @throws MappingException if the class cannot travel
   */
  @SuppressWarnings("unchecked") // A factory answers with an adapter of the type it was asked for.
  public <T> TypeAdapter<T> adapter(Class<T> type) {
    return (TypeAdapter<T>) cache.adapter(type);
  }

  /**
   * The adapter of a type with generics.
   *
   * @throws MappingException if the type cannot travel
   */
  @SuppressWarnings("unchecked")
  public <T> TypeAdapter<T> adapter(TypeRef<T> type) {
    return (TypeAdapter<T>) cache.adapter(type.type());
  }

  /**
   * The plain value for any object, by its class at run time.
   *
   * @throws MappingException if it, or something in it, cannot travel
   */
  public @Nullable Object toValue(@Nullable Object java) {
    return java == null ? null : toValue(java, any);
  }

  /**
   * The plain value for an object of a type that is known.
   *
   * @throws MappingException if it, or something in it, cannot travel; streams that were opened for
   *     it are closed then
   */
  public <T> @Nullable Object toValue(T java, TypeAdapter<T> adapter) {
    Nesting nesting = nesting();
    try {
      return adapter.toValue(java, nesting);
    } catch (MappingException e) {
      nesting.closeStreams(e);
      throw e;
    }
  }

  /** The outside of an object to be sent, with the limit of this mapper. */
  public Nesting nesting() {
    return new Nesting(maxDepth);
  }

  @SuppressWarnings("unchecked")
  TypeAdapter<Object> anyAdapter(Type type) {
    return (TypeAdapter<Object>) cache.adapter(type);
  }

  /** The adapter of a class if one of the user's factories makes one. */
  @SuppressWarnings("unchecked")
  @Nullable TypeAdapter<Object> custom(Class<?> type) {
    for (TypeAdapter.Factory factory : custom) {
      TypeAdapter<?> adapter = factory.create(type, this);
      if (adapter != null) {
        return (TypeAdapter<Object>) adapter;
      }
    }
    return null;
  }

  /** Collects the settings of a {@link ValueMapper}. For use by one thread. */
  public static final class Builder {
    private ZoneId zone = ZoneOffset.UTC;
    private int maxDepth = 64;
    private final List<TypeAdapter.Factory> factories = new ArrayList<>();

    private Builder() {}

    /**
     * The zone of dates that come without one, where an instant is wanted, and of instants sent;
     * UTC by default.
     */
    public Builder zone(ZoneId zone) {
      this.zone = zone;
      return this;
    }

    /**
     * How many levels of nesting an object to be sent may have; 64 by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxDepth(int maxDepth) {
      if (maxDepth < 1) {
        throw new IllegalArgumentException("max-depth is at least 1, got " + maxDepth);
      }
      this.maxDepth = maxDepth;
      return this;
    }

    /** Adds a factory, asked before the built-in ones and after those added earlier. */
    public Builder factory(TypeAdapter.Factory factory) {
      factories.add(factory);
      return this;
    }

    /** The mapper. */
    public ValueMapper build() {
      return new ValueMapper(this);
    }
  }
}
