package dev.farcall.servlet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** One thing that the head of a request must satisfy before anything of its body is read. */
@FunctionalInterface
interface HttpRule {
  /** Why this request is turned away, or null when it is not. */
  @Nullable Refusal refusal(HttpServletRequest request);
}
