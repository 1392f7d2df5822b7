package dev.farcall.servlet;

import dev.farcall.wire.SpoolSettings;
import dev.farcall.wire.WireLimits;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All settings of the servlet: each component of each of these records is an init-param.
 *
 * @param limits of documents
 * @param spool temporary files
 * @param http the HTTP side
 * @param load what happens when there is too much to do
 * @param server what happens between the documents
 * @param idempotency which calls are made once, however often they are sent
 * @param reply how an answer is written
 */
record ServletSettings(
    WireLimits limits,
    SpoolSettings spool,
    HttpSettings http,
    LoadSettings load,
    ServerSettings server,
    IdempotencySettings idempotency,
    ReplySettings reply) {

  private static final SortedSet<String> KEYS = keys();

  /** Reads the init-params; what is wrong with them is added to the problems. */
  static ServletSettings read(Map<String, String> params, Problems problems) {
    params.keySet().stream()
        .filter(key -> !KEYS.contains(key) && !Declarations.isKey(key))
        .forEach(key -> problems.add(key + ": there is no such setting; " + nearest(key)));
    HttpSettings http = RecordSettings.read(HttpSettings.DEFAULTS, params, problems);
    http.check(problems);
    return new ServletSettings(
        RecordSettings.read(WireLimits.defaults(), params, problems),
        RecordSettings.read(SpoolSettings.defaults(), params, problems),
        http,
        RecordSettings.read(LoadSettings.DEFAULTS, params, problems),
        RecordSettings.read(ServerSettings.DEFAULTS, params, problems),
        RecordSettings.read(IdempotencySettings.DEFAULTS, params, problems),
        RecordSettings.read(ReplySettings.DEFAULTS, params, problems));
  }

  private static SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>();
    List.of(
            WireLimits.class,
            SpoolSettings.class,
            HttpSettings.class,
            LoadSettings.class,
            ServerSettings.class,
            IdempotencySettings.class,
            ReplySettings.class)
        .forEach(type -> keys.addAll(RecordSettings.keys(type)));
    return keys;
  }

  private static String nearest(String key) {
    SortedSet<String> words = new TreeSet<>(KEYS);
    words.add(Declarations.HANDLER);
    words.add(Declarations.METHOD);
    words.add(Declarations.ROLES);
    // Of handlr.sample only the part that is one of our words can be compared.
    return "did you mean " + SimilarWord.of(key.replaceFirst("\\..*", "."), words) + "?";
  }
}
