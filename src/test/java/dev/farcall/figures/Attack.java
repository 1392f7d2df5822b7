package dev.farcall.figures;

import java.util.List;
import java.util.Set;

/**
 * What is sent to the server.
 *
 * @param requests one after the other, each on a connection of its own
 * @param answers what may come of them, as {@code Reply.summary} has it
 */
record Attack(String name, List<byte[]> requests, Set<String> answers, Bar bar) {

  static Attack of(String name, byte[] request, String answer, Bar bar) {
    return new Attack(name, List.of(request), Set.of(answer), bar);
  }
}
