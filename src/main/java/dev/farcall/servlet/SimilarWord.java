package dev.farcall.servlet;

import java.util.Collection;
import java.util.Comparator;

/** Finds, among the words that exist, the one that somebody most likely meant. */
final class SimilarWord {

  private SimilarWord() {}

  /** The word of least distance, the first of them where several have it. */
  static String of(String meant, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(meant, word)))
        .orElseThrow(() -> new IllegalArgumentException("no words"));
  }

  /** Levenshtein's: how many characters to insert, remove or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
