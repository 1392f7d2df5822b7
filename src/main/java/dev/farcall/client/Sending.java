package dev.farcall.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of a proxy go.
 *
 * @param waiting for methods that return the result; empty where nobody can wait for it
 * @param later for methods that return a future of it
 */
record Sending(
    Optional<Function<Invocation<Object>, @Nullable Object>> waiting,
    Function<Invocation<Object>, CompletableFuture<Object>> later) {}
