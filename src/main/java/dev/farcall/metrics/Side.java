package dev.farcall.metrics;

import dev.farcall.FaultCode;
import dev.farcall.FaultException;
import dev.farcall.TransportException;
import dev.farcall.WireException;
import java.util.Locale;

/** Which end of a call is measured. */
enum Side {
  /** Where whatever a handler throws, but for a fault, becomes an internal error. */
  SERVER {
    @Override
    String labelOfFailure(Throwable failure) {
      return labelOf(FaultCode.INTERNAL_ERROR.code());
    }
  },
  /** Where an exception means that there was no answer. */
  CLIENT {
    @Override
    String labelOfFailure(Throwable failure) {
      if (failure instanceof TransportException) {
        return "transport";
      }
      return failure instanceof WireException ? "wire" : "other";
    }
  };

  abstract String labelOfFailure(Throwable failure);

  /** What a thrown failure is counted as. */
  String labelOf(Throwable failure) {
    return failure instanceof FaultException fault
        ? labelOf(fault.code())
        : labelOfFailure(failure);
  }

  /** What a fault is counted as: handlers may choose any number, which must not make a series. */
  static String labelOf(int code) {
    return FaultCode.of(code).isPresent() ? String.valueOf(code) : "application";
  }

  /** The name of a meter of this side. */
  String meter(String name) {
    return "farcall." + name().toLowerCase(Locale.ROOT) + "." + name;
  }
}
