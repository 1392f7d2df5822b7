package dev.farcall.servlet;

import dev.farcall.WireException;
import dev.farcall.call.Incidents;

/** Reports what is wrong on this side, and says what the caller may be told of it. */
record InternalErrors(Incidents incidents) {

  /**
   * Logs a failure and answers the text of its fault. What the settings forbid to write is no
   * secret: it names a member, and the setting.
   */
  String report(String what, Throwable failure) {
    String text = incidents.report(what, failure);
    return failure instanceof WireException refused ? text + ": " + refused.problem() : text;
  }
}
