package dev.farcall.servlet;

import dev.farcall.call.CallContext;
import dev.farcall.call.Endpoint;
import dev.farcall.call.IdempotencyKeyHeader;
import dev.farcall.call.Incident;
import dev.farcall.call.Incidents;
import dev.farcall.call.Interceptor;
import dev.farcall.call.PrintableText;
import dev.farcall.model.MethodCall;
import dev.farcall.model.MethodResponse;
import dev.farcall.server.MethodInfo;
import dev.farcall.servlet.IdempotencyStore.Earlier;
import dev.farcall.servlet.IdempotencyStore.FullException;
import dev.farcall.wire.Codec;
import jakarta.servlet.ServletConfig;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a call once, however often it is sent with the same key, and answers all of them as the
 * first. What was refused before it ran is not kept. A key is kept, or the call is refused: a
 * caller who relies on one that is ignored would run a call twice.
 *
 * @param methods that take keys
 * @param store of what was begun and answered
 * @param longestCall how long a call may take
 * @param lifetime how long an answer is kept
 * @param incidents where failures of the store go
 */
record Idempotency(
    KeyedMethods methods,
    CallDigests digests,
    KeptAnswers answers,
    IdempotencyStore store,
    Duration longestCall,
    Duration lifetime,
    Incidents incidents)
    implements Interceptor {

  private static final Logger LOG = System.getLogger("dev.farcall.servlet");

  /** As a UUID: of those who are not authenticated anyone has the same name. */
  private static final int SHORTEST_OF_NOBODY = 32;

  private static final int LONGEST_NAME = 128;

  /** The behaviour that the settings ask for; what is wrong with them is among the problems. */
  static Idempotency of(
      ServletSettings settings,
      Codec codec,
      List<MethodInfo> methods,
      WebappClasses classes,
      ServletConfig servlet) {
    IdempotencySettings own = settings.idempotency();
    Incidents incidents = Incidents.of(LOG);
    return new Idempotency(
        KeyedMethods.of(own.idempotencyKeys(), methods, classes.problems()),
        new CallDigests(codec),
        new KeptAnswers(
            settings.limits(),
            settings.reply().apache(),
            new InternalErrors(incidents),
            own.mostAnswerBytes()),
        store(own, classes, servlet),
        Duration.ofSeconds(settings.server().maxCallSeconds()),
        Duration.ofSeconds(own.idempotencySeconds()),
        incidents);
  }

  private static IdempotencyStore store(
      IdempotencySettings settings, WebappClasses classes, ServletConfig servlet) {
    String name = settings.idempotencyStore();
    IdempotencyStore named =
        name == null
            ? null
            : NamedInstance.of("idempotency-store", name, IdempotencyStore.class, classes, servlet);
    return named == null
        ? new MemoryStore(
            settings.idempotencyEntries(), settings.idempotencyBytes(), System::nanoTime)
        : named;
  }

  /**
   * Answers the call.
   *
   * @throws RefusedCallException if the key is none, or belongs to another call or one that runs
   */
  @Override
  public MethodResponse intercept(MethodCall call, CallContext context, Endpoint next) {
    List<String> header = context.headers(IdempotencyKeyHeader.NAME);
    if (header.isEmpty()) {
      return next.call(call, context);
    }
    String key = key(header, context);
    String method = call.methodName();
    if (methods.refused().contains(method)) {
      throw KeyRefusals.notTaken();
    }
    return methods.kept().contains(method)
        ? once(keyed(call, key, context), call, context, next)
        : next.call(call, context);
  }

  private static String key(List<String> header, CallContext caller) {
    String key = IdempotencyKeyHeader.read(header).orElseThrow(KeyRefusals::malformed);
    if (caller.principal().isEmpty() && key.length() < SHORTEST_OF_NOBODY) {
      throw KeyRefusals.guessable(SHORTEST_OF_NOBODY);
    }
    return key;
  }

  private KeyedCall keyed(MethodCall call, String key, CallContext context) {
    return new KeyedCall(
        digests.id(call.methodName(), key, context),
        digests.owner(context),
        digests.fingerprint(call),
        longestCall.plus(lifetime));
  }

  private MethodResponse once(
      KeyedCall keyed, MethodCall call, CallContext context, Endpoint next) {
    Optional<Earlier> earlier = begin(keyed);
    return earlier.isPresent()
        ? again(earlier.get(), keyed.fingerprint(), call)
        : first(keyed.id(), call, context, next);
  }

  private Optional<Earlier> begin(KeyedCall keyed) {
    try {
      return store.begin(keyed);
    } catch (FullException e) {
      throw KeyRefusals.notStarted(String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      Incident incident = incidents.report("the store of idempotency keys", e);
      throw KeyRefusals.notStarted(incident.text());
    }
  }

  private MethodResponse again(Earlier earlier, String fingerprint, MethodCall call) {
    if (!earlier.fingerprint().equals(fingerprint)) {
      throw KeyRefusals.anotherCall();
    }
    return answers.read(earlier.answer().orElseThrow(KeyRefusals::stillRunning), what(call));
  }

  private MethodResponse first(String id, MethodCall call, CallContext context, Endpoint next) {
    AtomicBoolean started = new AtomicBoolean();
    boolean answered = false;
    try {
      CallContext watched = context.toBuilder().onStart(() -> started.set(true)).build();
      MethodResponse answer = next.call(call, watched);
      // Also if nobody was told, by an interceptor that makes contexts of its own.
      started.compareAndSet(false, answer.fault().isEmpty());
      MethodResponse kept = started.get() ? kept(id, call, answer) : answer;
      answered = true;
      return kept;
    } finally {
      if (!started.get()) {
        tell(() -> store.release(id));
      } else if (!answered) {
        tell(() -> store.finish(id, answers.lost(), lifetime));
      }
    }
  }

  private MethodResponse kept(String id, MethodCall call, MethodResponse answer) {
    KeptAnswers.Kept kept = answers.keep(answer, call.methodName(), what(call));
    tell(() -> store.finish(id, kept.document(), lifetime));
    return kept.answer();
  }

  /** The call has been made by now: what the store does must not cost the caller the answer. */
  private void tell(Runnable store) {
    try {
      store.run();
    } catch (RuntimeException | LinkageError e) {
      Incident unused = incidents.report("the store of idempotency keys", e);
    }
  }

  private static String what(MethodCall call) {
    return "a call of " + PrintableText.of(call.methodName(), LONGEST_NAME);
  }

  @Override
  public String toString() {
    return "Idempotency of " + methods.kept().size() + " methods";
  }
}
