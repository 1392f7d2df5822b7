package dev.farcall.client;

import dev.farcall.FaultException;
import dev.farcall.Lifecycle;
import dev.farcall.XmlRpcMethod;
import dev.farcall.call.CallContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service as one would declare it for both sides: a handler implements it, a proxy calls it. */
public interface Shop extends AutoCloseable {
  @XmlRpcMethod(name = "stock.level", idempotent = true)
  int level(String item);

  @XmlRpcMethod
  Article dye(Article article, Color color);

  @XmlRpcMethod
  Map<String, List<String>> byColor(List<? extends Article> articles);

  @XmlRpcMethod
  @Nullable Article nothing();

  @XmlRpcMethod
  Optional<Article> find(String name);

  @XmlRpcMethod
  void sell(String name);

  @XmlRpcMethod
  String greet(CallContext context, String greeting);

  @XmlRpcMethod
  String join(String... words);

  @XmlRpcMethod
  byte[] reverse(byte... data);

  @XmlRpcMethod
  String pick(String first, Optional<String> second, OptionalInt third);

  @XmlRpcMethod
  CompletableFuture<Integer> later(int number);

  @XmlRpcMethod
  CompletionStage<String> stage(String text);

  @Lifecycle
  int open(String key);

  default int twice(String item) {
    return 2 * level(item);
  }

  default String label(String name, String... words) {
    return name + ": " + join(words);
  }

  @Override
  void close();

  /** Of an article. */
  enum Color {
    RED,
    GREEN
  }

  /** Something to buy. */
  record Article(String name, LocalDate since, Color color) {}

  /** The server's side. */
  final class Handler implements Shop {
    @Override
    public int level(String item) {
      return 7;
    }

    @Override
    public Article dye(Article article, Color color) {
      return new Article(article.name(), article.since(), color);
    }

    @Override
    public Map<String, List<String>> byColor(List<? extends Article> articles) {
      return articles.stream()
          .collect(
              Collectors.groupingBy(
                  each -> each.color().name(),
                  Collectors.mapping(Article::name, Collectors.toList())));
    }

    @Override
    public @Nullable Article nothing() {
      return null;
    }

    @Override
    public Optional<Article> find(String name) {
      return name.equals("tea")
          ? Optional.of(new Article(name, LocalDate.EPOCH, Color.GREEN))
          : Optional.empty();
    }

    @Override
    public void sell(String name) {
      if (name.equals("gold")) {
        throw new FaultException(12, "none left");
      }
    }

    @Override
    public String greet(CallContext context, String greeting) {
      return greeting + " " + context.peerAddress().orElse("?");
    }

    @Override
    public String join(String... words) {
      return String.join("+", words);
    }

    @Override
    public byte[] reverse(byte... data) {
      byte[] reversed = new byte[data.length];
      for (int i = 0; i < data.length; i++) {
        reversed[i] = data[data.length - 1 - i];
      }
      return reversed;
    }

    @Override
    public String pick(String first, Optional<String> second, OptionalInt third) {
      return first
          + " "
          + second.orElse("-")
          + " "
          + (third.isPresent() ? String.valueOf(third.getAsInt()) : "-");
    }

    @Override
    public CompletableFuture<Integer> later(int number) {
      return number < 0
          ? CompletableFuture.failedFuture(new FaultException(1, "negative"))
          : CompletableFuture.completedFuture(2 * number);
    }

    @Override
    public CompletionStage<String> stage(String text) {
      return CompletableFuture.completedFuture(text);
    }

    @Override
    public int open(String key) {
      return 1;
    }

    @Override
    public void close() {}
  }
}
