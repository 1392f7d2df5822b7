package dev.farcall.client;

import java.util.random.RandomGenerator;

/**
 * What all calls of a client share that may be sent again.
 *
 * @param retries how often
 * @param backOff after which time
 * @param budget at which cost
 * @param time by which clock
 * @param log who is told
 */
record RetryRules(Retries retries, BackOff backOff, RetryBudget budget, Time time, RetryLog log) {

  static RetryRules of(Retries retries, RandomGenerator random, Time time, RetryLog log) {
    return new RetryRules(retries, new BackOff(retries, random), new RetryBudget(), time, log);
  }
}
