package dev.farcall.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens of a file that has, for each, a line with the SHA-256 of the token in hexadecimal digits,
 * the name of its holder, and the holder's roles with commas between them. The hash needs no salt
 * and no stretching as long as tokens are random and long.
 */
final class TokenFile implements TokenVerifier {

  private static final Pattern LINE =
      Pattern.compile("([0-9a-fA-F]{64})\\s+(\\S+)(?:\\s+([^\\s,]+(?:,[^\\s,]+)*))?");

  private final List<Line> lines;

  private TokenFile(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Reads a file. What is wrong with it is added to the problems, behind this key. */
  static TokenFile read(String key, Path file, Problems problems) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : texts(key, file, problems)) {
      number++;
      Matcher line = LINE.matcher(text.strip());
      if (line.matches()) {
        lines.add(Line.of(line));
      } else if (!text.isBlank() && !text.startsWith("#")) {
        // The text may be a token that somebody forgot to hash.
        problems.add(
            "%s: line %d of %s: expected SHA256 NAME ROLE,ROLE".formatted(key, number, file));
      }
    }
    if (lines.isEmpty() && problems.isEmpty()) {
      problems.add("%s: there is no token in %s".formatted(key, file));
    }
    return new TokenFile(lines);
  }

  @Override
  public Optional<Holder> verify(String token) {
    byte[] hash = sha256(token);
    return lines.stream()
        .filter(line -> MessageDigest.isEqual(line.hash, hash))
        .map(Line::holder)
        .findFirst();
  }

  private static List<String> texts(String key, Path file, Problems problems) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      problems.add("%s: %s cannot be read: %s".formatted(key, file, e.getClass().getSimpleName()));
      return List.of();
    }
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Line(byte[] hash, Holder holder) {
    static Line of(Matcher line) {
      Set<String> roles = line.group(3) == null ? Set.of() : Set.of(line.group(3).split(","));
      return new Line(HexFormat.of().parseHex(line.group(1)), new Holder(line.group(2), roles));
    }
  }
}
