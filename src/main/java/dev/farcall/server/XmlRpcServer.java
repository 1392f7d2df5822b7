package dev.farcall.server;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Interceptor;
import dev.farcall.mapping.ValueMapper;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls with the Java methods that were declared to it.
 *
 * <pre>{@code
 * try (XmlRpcServer server = XmlRpcServer.builder().handler("sample", new Sample()).build()) {
 *   MethodResponse nine = server.call(MethodCall.of("sample.get_power", 3, 2), CallContext.local());
 * }
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class XmlRpcServer implements Endpoint, AutoCloseable {

  private final Directory directory;
  private final Handlers handlers;
  private final Closing closing = new Closing();
  private final Interruption interruption = new Interruption();
  private final Endpoint pipeline;

  private XmlRpcServer(Builder builder, Assembly assembly) {
    directory = assembly.directory();
    handlers = assembly.handlers();
    pipeline = pipeline(builder, assembly.methods());
  }

  /** A builder of a server that has nothing yet but its {@code system.} methods. */
  public static Builder builder() {
    return new Builder();
  }

  /** Answers a call. It never throws: every failure is an answer with a fault. */
  @Override
  public MethodResponse call(MethodCall call, CallContext context) {
    return pipeline.call(call, context);
  }

  /** What there is to call, sorted by name, with the hidden methods. */
  public List<MethodInfo> methods() {
    return directory.all();
  }

  /**
   * Starts no more calls, and ends the handlers that serve the whole application. All of them are
   * ended, whatever goes wrong with one, which is logged. A second time does nothing.
   */
  @Override
  public void close() {
    if (closing.close()) {
      interruption.close();
      handlers.close();
    }
  }

  /** What a call goes through. */
  @Override
  public String toString() {
    return pipeline.toString();
  }

  // From the inside out, so what is last here sees a call first.
  private Endpoint pipeline(Builder builder, Map<String, ExportedMethod> methods) {
    FaultTranslation faults = new FaultTranslation(builder.random);
    DeadlineCheck deadline = new DeadlineCheck();

    Endpoint one = dispatcher(methods);
    for (int i = builder.interceptors.size() - 1; i >= 0; i--) {
      one = builder.interceptors.get(i).apply(Set.copyOf(methods.keySet())).around(one);
    }
    one = faults.around(closing.around(deadline.around(interruption.around(one))));

    ExportedMethod multicall =
        new Multicall(one, builder.multicallLimit)
            .exported()
            .restrictedTo(builder.roles.of(Multicall.NAME));
    directory.add(multicall.info());
    Endpoint several = dispatcher(Map.of(Multicall.NAME, multicall));
    several = faults.around(closing.around(deadline.around(several)));
    return new MulticallRoute(several, one);
  }

  private static Endpoint dispatcher(Map<String, ExportedMethod> methods) {
    AccessCheck access =
        new AccessCheck(methods.values().stream().map(ExportedMethod::info).toList());
    return access.around(new Dispatcher(methods));
  }

  /**
   * Collects what a server exports, and how. Nothing declared is looked at before {@link #build},
   * so the order of the calls does not matter but for interceptors. For use by one thread.
   */
  public static final class Builder {

    final List<BiConsumer<Declarations, Handlers>> declarations = new ArrayList<>();
    final List<Function<? super Set<String>, ? extends Interceptor>> interceptors =
        new ArrayList<>();
    final RoleRules roles = new RoleRules();
    HandlerFactory factory = new Constructors();
    Instances instances = Instances.PER_APPLICATION;
    ValueMapper mapper = ValueMapper.create();
    VoidResult voidResult = VoidResult.TRUE;
    Introspection introspection = Introspection.ON;
    RandomGenerator random = new SecureRandom();
    LongSupplier nanoTime = System::nanoTime;
    int multicallLimit = 100;
    LoginLimits loginLimits = LoginLimits.DEFAULTS;

    private Builder() {}

    /**
     * Exports what the class of an object declares, see {@link dev.farcall.XmlRpcMethod}. The
     * server closes the object if it is {@link AutoCloseable}.
     *
     * @param prefix {@code sample} for {@code sample.add}; empty for no prefix
     */
    public Builder handler(String prefix, Object instance) {
      Class<?> type = instance.getClass();
      return declare((into, handlers) -> into.handler(prefix, type, handlers.of(instance)));
    }

    /**
     * Exports what an interface, or a class, declares, and runs it on an object. The server closes
     * the object if it is {@link AutoCloseable}.
     *
     * @param prefix {@code sample} for {@code sample.add}; empty for no prefix
     */
    public <T> Builder handler(String prefix, Class<T> declared, T instance) {
      return declare((into, handlers) -> into.handler(prefix, declared, handlers.of(instance)));
    }

    /**
     * Exports what a type declares, and runs it on objects from the {@link HandlerFactory}.
     *
     * @param prefix {@code sample} for {@code sample.add}; empty for no prefix
     */
    public Builder handler(String prefix, Class<?> type) {
      return declare((into, handlers) -> into.handler(prefix, type, handlers.of(type)));
    }

    /**
     * Exports one method of a type, with all its overloads, and runs it on objects from the {@link
     * HandlerFactory}.
     *
     * @param name what it is called by
     * @param javaMethod its name in Java
     */
    public Builder method(String name, Class<?> type, String javaMethod) {
      return declare((into, handlers) -> into.method(name, type, javaMethod, handlers.of(type)));
    }

    /** Exports a lambda without parameters. */
    public <R> Builder method(String name, Class<R> result, Supplier<? extends @Nullable R> body) {
      return declare(
          (into, handlers) -> into.lambda(name, List.of(), result, arguments -> body.get()));
    }

    /** Exports a lambda with one parameter. */
    @SuppressWarnings("unchecked") // the adapter of a type makes objects of it
    public <A, R> Builder method(
        String name,
        Class<A> parameter,
        Class<R> result,
        Function<? super A, ? extends @Nullable R> body) {
      return declare(
          (into, handlers) ->
              into.lambda(
                  name, List.of(parameter), result, arguments -> body.apply((A) arguments[0])));
    }

    /** Exports a lambda with two parameters. */
    @SuppressWarnings("unchecked") // the adapter of a type makes objects of it
    public <A, B, R> Builder method(
        String name,
        Class<A> first,
        Class<B> second,
        Class<R> result,
        BiFunction<? super A, ? super B, ? extends @Nullable R> body) {
      return declare(
          (into, handlers) ->
              into.lambda(
                  name,
                  List.of(first, second),
                  result,
                  arguments -> body.apply((A) arguments[0], (B) arguments[1])));
    }

    /** Exports a method that takes whatever it is sent. */
    public Builder method(String name, MethodBody body) {
      return declare((into, handlers) -> into.open(name, body));
    }

    /**
     * Lets only callers with one of these roles call a method, or all methods that begin alike, for
     * classes without the annotations of {@code jakarta.annotation.security}. Where both are there
     * the caller must satisfy both. The longest of the names that cover a method counts; of the
     * same name twice, both. A multicall is a method by itself, and so is each call in it.
     *
     * @param name {@code sample.add} for that method, {@code sample} for all whose name begins with
     *     {@code sample.}, and empty for all, those of the server included
     * @param any the roles, as {@link CallContext#isInRole} knows them, or {@link
     *     Access#AUTHENTICATED}
     */
    public Builder roles(String name, String... any) {
      roles.add(name, List.of(any));
      return this;
    }

    /** Where objects come from; by default from their constructor without parameters. */
    public Builder handlerFactory(HandlerFactory factory) {
      this.factory = Objects.requireNonNull(factory, "factory");
      return this;
    }

    /** How long an object of the factory serves; by default as long as the server. */
    public Builder instances(Instances instances) {
      this.instances = Objects.requireNonNull(instances, "instances");
      return this;
    }

    /**
     * Puts a behaviour around every call, and every entry of a multicall, inside of those put
     * before. What it throws becomes a fault. Whether the caller has the roles is looked at behind
     * all of them, so that one of them can tell who calls.
     */
    public Builder interceptor(Interceptor interceptor) {
      Objects.requireNonNull(interceptor, "interceptor");
      return interceptor(methods -> interceptor);
    }

    /**
     * Puts a behaviour around every call that knows what there is to call.
     *
     * @param ofMethods makes it of the names of all methods but {@code system.multicall}, whose
     *     entries it sees instead; called once, when the server is built
     */
    public Builder interceptor(Function<? super Set<String>, ? extends Interceptor> ofMethods) {
      interceptors.add(Objects.requireNonNull(ofMethods, "ofMethods"));
      return this;
    }

    /** How values and Java types are converted; {@link ValueMapper#create} by default. */
    public Builder mapper(ValueMapper mapper) {
      this.mapper = Objects.requireNonNull(mapper, "mapper");
      return this;
    }

    /** What a method that returns nothing answers; true by default. */
    public Builder voidResult(VoidResult result) {
      this.voidResult = Objects.requireNonNull(result, "result");
      return this;
    }

    /**
     * How many calls one multicall may hold; 100 by default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder multicallLimit(int calls) {
      if (calls < 0) {
        throw new IllegalArgumentException("multicall-limit must not be negative, got " + calls);
      }
      this.multicallLimit = calls;
      return this;
    }

    /**
     * How many log-ins may fail before methods with {@link dev.farcall.LoginAttempt} are not run;
     * {@link LoginLimits#DEFAULTS} by default. All methods of the server count together.
     */
    public Builder loginLimits(LoginLimits limits) {
      this.loginLimits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** Whether callers may ask what there is; they may by default. */
    public Builder introspection(Introspection introspection) {
      this.introspection = Objects.requireNonNull(introspection, "introspection");
      return this;
    }

    Builder nanoTime(LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      return this;
    }

    Builder random(RandomGenerator random) {
      this.random = random;
      return this;
    }

    /**
     * The server, with all plans made and all objects of the application created. Those are ended
     * again when it throws anything.
     *
     * @throws DeclarationException if anything declared is wrong, with all that is
     */
    public XmlRpcServer build() {
      Assembly assembly = Assembly.of(this);
      try {
        return new XmlRpcServer(this, assembly);
      } catch (Throwable e) {
        assembly.handlers().abandon();
        throw e;
      }
    }

    private Builder declare(BiConsumer<Declarations, Handlers> declaration) {
      declarations.add(declaration);
      return this;
    }
  }
}
