package dev.farcall.servlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.farcall.servlet.IdempotencyStore.Earlier;
import dev.farcall.servlet.IdempotencyStore.FullException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MemoryStoreTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final byte[] ANSWER = new byte[10];

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
  private final MemoryStore store = new MemoryStore(3, 100, nanos::get);

  private static KeyedCall call(String id, String fingerprint) {
    return new KeyedCall(id, "owner", fingerprint, DAY);
  }

  private static KeyedCall ownedCall(String id, String owner) {
    return new KeyedCall(id, owner, "f", DAY);
  }

  private boolean begins(String id) throws FullException {
    return store.begin(call(id, "f")).isEmpty();
  }

  private void keepOf(String owner, String id, int bytes) throws FullException {
    assertTrue(store.begin(ownedCall(id, owner)).isEmpty());
    store.finish(id, new byte[bytes], DAY);
  }

  private void keep(String id, int bytes) throws FullException {
    assertTrue(begins(id));
    store.finish(id, new byte[bytes], DAY);
  }

  @Test
  void runningCallHasItsFingerprintAndNoAnswer() throws Exception {
    assertEquals(Optional.empty(), store.begin(call("a", "one")));
    Earlier earlier = store.begin(call("a", "two")).orElseThrow();
    assertEquals("one", earlier.fingerprint());
    assertEquals(Optional.empty(), earlier.answer());
  }

  @Test
  void finishedCallHasItsAnswer() throws Exception {
    assertEquals(Optional.empty(), store.begin(call("a", "one")));
    store.finish("a", ANSWER, DAY);
    Earlier earlier = store.begin(call("a", "two")).orElseThrow();
    assertEquals("one", earlier.fingerprint());
    assertArrayEquals(ANSWER, earlier.answer().orElseThrow());
  }

  @Test
  void releasedCallCanBegin() throws Exception {
    assertTrue(begins("a"));
    store.release("a");
    assertTrue(begins("a"));
  }

  @Test
  void answerGoesWhenItsTimeIsOver() throws Exception {
    keep("a", 10);
    nanos.addAndGet(DAY.toNanos() - 1);
    assertTrue(store.begin(call("a", "f")).isPresent());
    nanos.addAndGet(1);
    assertTrue(begins("a"));
    assertEquals(1, store.size());
    assertEquals(0, store.bytes());
  }

  @Test
  void answerThatWasFinishedFirstGoesFirst() throws Exception {
    assertTrue(begins("a"));
    keep("b", 10);
    store.finish("a", ANSWER, DAY);
    keep("c", 10);
    keep("d", 10);
    assertEquals(3, store.size());
    assertTrue(store.begin(call("a", "f")).isPresent());
    assertTrue(begins("b"));
  }

  @Test
  void callThatRunsNeverGoes() throws Exception {
    assertTrue(begins("a"));
    assertTrue(begins("b"));
    for (int i = 0; i < 1000; i++) {
      keep("more" + i, 40);
      assertTrue(store.size() <= 3);
    }
    assertTrue(store.begin(call("a", "f")).isPresent());
    assertTrue(store.begin(call("b", "f")).isPresent());
  }

  @Test
  void whenAllRunThereIsNoPlace() throws Exception {
    assertTrue(begins("a"));
    assertTrue(begins("b"));
    assertTrue(begins("c"));
    FullException e = assertThrows(FullException.class, () -> begins("d"));
    assertEquals(
        "as many calls with an idempotency key are running as idempotency-entries allows",
        e.getMessage());
    assertTrue(store.begin(call("a", "f")).isPresent());
    store.release("a");
    assertTrue(begins("d"));
  }

  @Test
  void answersHaveNoMoreBytesThanTheyMay() throws Exception {
    keep("a", 60);
    keep("b", 40);
    assertEquals(100, store.bytes());
    keep("c", 1);
    assertEquals(41, store.bytes());
    assertTrue(begins("a"));
  }

  @Test
  void answerOfACallThatWasNotBegunIsNotKept() {
    store.finish("a", ANSWER, DAY);
    assertEquals(0, store.size());
  }

  @Test
  void whoeverFillsTheStoreLosesAnswersOfHisOwn() throws Exception {
    keepOf("ann", "a", 1);
    for (int i = 0; i < 1000; i++) {
      keepOf("bob", "more" + i, 1);
      assertTrue(store.size() <= 3);
    }
    assertTrue(store.begin(ownedCall("a", "ann")).isPresent());
    assertTrue(store.begin(ownedCall("more999", "bob")).isPresent());
    assertTrue(store.begin(ownedCall("more998", "bob")).isPresent());
  }

  @Test
  void whoeverFillsTheBytesLosesAnswersOfHisOwn() throws Exception {
    keepOf("ann", "a", 1);
    for (int i = 0; i < 1000; i++) {
      keepOf("bob", "more" + i, 50);
      assertTrue(store.bytes() <= 100);
    }
    assertTrue(store.begin(ownedCall("a", "ann")).isPresent());
    assertTrue(store.begin(ownedCall("more999", "bob")).isPresent());
    assertTrue(store.begin(ownedCall("more998", "bob")).isEmpty());
  }

  @Test
  void ofOwnersWithAsMuchTheOldestAnswerGoes() throws Exception {
    keepOf("cid", "c", 1);
    keepOf("ann", "a", 1);
    keepOf("bob", "b", 1);
    keepOf("dan", "d", 1);
    assertTrue(store.begin(ownedCall("a", "ann")).isPresent());
    assertTrue(store.begin(ownedCall("b", "bob")).isPresent());
    assertTrue(store.begin(ownedCall("d", "dan")).isPresent());
    assertTrue(store.begin(ownedCall("c", "cid")).isEmpty());
  }

  @Test
  void answerThatWasJustFinishedStays() throws Exception {
    keepOf("ann", "a", 20);
    keepOf("bob", "b", 21);
    keepOf("cid", "c", 70);
    assertEquals(90, store.bytes());
    assertTrue(store.begin(ownedCall("c", "cid")).isPresent());
    assertTrue(store.begin(ownedCall("a", "ann")).isPresent());
  }

  @Test
  void ownersCountAgainWhenTheirTimeIsOver() throws Exception {
    keepOf("ann", "a", 60);
    keepOf("ann", "b", 1);
    nanos.addAndGet(DAY.toNanos());
    keepOf("ann", "c", 1);
    assertEquals(1, store.bytes());
    keepOf("bob", "d", 60);
    keepOf("bob", "e", 1);
    keepOf("ann", "f", 1);
    assertTrue(store.begin(ownedCall("c", "ann")).isPresent());
    assertTrue(store.begin(ownedCall("e", "bob")).isPresent());
  }
}
