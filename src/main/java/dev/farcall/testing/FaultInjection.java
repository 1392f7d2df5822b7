package dev.farcall.testing;

import dev.farcall.client.Transport;
import dev.farcall.client.TransportReply;
import dev.farcall.client.TransportRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Disturbs exchanges on purpose: as a script says, or by chance, in the same way each time for the
 * same seed.
 *
 * <pre>{@code
 * FaultInjection faults = FaultInjection.script(Disturbance.notSent(), Disturbance.cutReply());
 * XmlRpcClient client = XmlRpcClient.builder(uri).aroundTransport(faults::around).build();
 * }</pre>
 *
 * <pre>{@code
 * FaultInjection faults =
 *     FaultInjection.seed(42)
 *         .sometimes(0.2, Disturbance.delay(Duration.ofMillis(50)))
 *         .sometimes(0.1, Disturbance.status(503))
 *         .build();
 * }</pre>
 *
 * <p>Exchanges are numbered from 1, in the order in which they begin, over all transports that this
 * is around. What happens to one depends on its number and the seed alone. Safe for use by many
 * threads, which decide the order then.
 */
public final class FaultInjection {

  private final List<Chance> chances;
  private final List<Disturbance> script;
  private final SplittableRandom random;
  private final List<Event> events = new ArrayList<>();
  private int exchanges;

  private FaultInjection(List<Chance> chances, List<Disturbance> script, long seed) {
    this.chances = List.copyOf(chances);
    this.script = List.copyOf(script);
    this.random = new SplittableRandom(seed);
  }

  /**
   * One disturbance for each exchange, in this order, and then none. What is random in them has
   * always the same seed.
   */
  public static FaultInjection script(Disturbance... disturbances) {
    return new FaultInjection(List.of(), List.of(disturbances), 0);
  }

  /** A builder of disturbances by chance. */
  public static Builder seed(long seed) {
    return new Builder(seed);
  }

  /** A transport with these disturbances, which closes the other one. */
  public Transport around(Transport next) {
    return new Disturbed(this, next);
  }

  /** What was done so far, in order. Exchanges that nothing was done to are left out. */
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  private TransportReply send(TransportRequest request, Transport next) {
    SplittableRandom own;
    Disturbance disturbance;
    synchronized (this) {
      own = random.split();
      exchanges++;
      disturbance = exchanges <= script.size() ? script.get(exchanges - 1) : byChance(own);
      if (disturbance != Disturbance.none()) {
        events.add(new Event(exchanges, disturbance));
      }
    }
    return disturbance.send(request, next, own);
  }

  private Disturbance byChance(SplittableRandom own) {
    double left = own.nextDouble();
    for (Chance chance : chances) {
      left -= chance.probability();
      if (left < 0) {
        return chance.disturbance();
      }
    }
    return Disturbance.none();
  }

  /**
   * What was done.
   *
   * @param exchange counted from 1
   * @param disturbance what was done to it
   */
  public record Event(int exchange, Disturbance disturbance) {

    /** {@code 3: cut reply}. */
    @Override
    public String toString() {
      return exchange + ": " + disturbance;
    }
  }

  private record Chance(double probability, Disturbance disturbance) {}

  private record Disturbed(FaultInjection faults, Transport next) implements Transport {

    @Override
    public TransportReply send(TransportRequest request) {
      return faults.send(request, next);
    }

    @Override
    public void close() {
      next.close();
    }

    @Override
    public String toString() {
      return "FaultInjection -> " + next;
    }
  }

  /** Collects what may happen. For use by one thread. */
  public static final class Builder {

    private static final double ROUNDING = 1e-9;

    private final long seed;
    private final List<Chance> chances = new ArrayList<>();
    private double sum;

    private Builder(long seed) {
      this.seed = seed;
    }

    /**
     * Disturbs exchanges like this, with this probability. To one exchange one thing happens at
     * most, so that all probabilities together are at most 1.
     *
     * @param probability from 0 to 1
     * @throws IllegalArgumentException if it is not, or all together are not
     */
    public Builder sometimes(double probability, Disturbance disturbance) {
      if (!(probability >= 0 && sum + probability <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "probabilities are from 0 to 1, also all together, got "
                + probability
                + " after "
                + sum);
      }
      sum += probability;
      chances.add(new Chance(probability, disturbance));
      return this;
    }

    /** The disturbances. */
    public FaultInjection build() {
      return new FaultInjection(chances, List.of(), seed);
    }
  }
}
