package dev.farcall.servlet;

import dev.farcall.WireException;
import dev.farcall.call.Incident;
import dev.farcall.call.Incidents;
import dev.farcall.model.Fault;

/** Reports what is wrong on this side, and says what the caller may be told of it. */
record InternalErrors(Incidents incidents) {

  /**
   * Logs a failure and answers its fault. What the settings forbid to write is no secret: it names
   * a member, and the setting.
   */
  Fault report(String what, Throwable failure) {
    Incident incident = incidents.report(what, failure);
    return failure instanceof WireException refused
        ? incident.faultWith(refused.problem())
        : incident.fault();
  }
}
