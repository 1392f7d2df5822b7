"use strict";

/** Numbers as people read them. */
const Format = (() => {
  const NONE = "\u2013";
  const COUNT = new Intl.NumberFormat("en");

  const count = (value) => COUNT.format(value);

  const digits = (value) => {
    if (value === 0) {
      return "0";
    }
    if (value < 0.01) {
      return "<0.01";
    }
    return value < 10 ? String(Number(value.toFixed(2))) : COUNT.format(Math.round(value));
  };

  const rate = (value) => (value === null ? NONE : digits(value));

  /** Of seconds. */
  const time = (seconds) => {
    if (seconds === null) {
      return NONE;
    }
    if (seconds >= 1) {
      return `${digits(seconds)} s`;
    }
    return seconds >= 0.001 || seconds === 0
      ? `${digits(seconds * 1e3)} ms`
      : `${digits(seconds * 1e6)} \u00b5s`;
  };

  /** The two largest units of a duration in seconds. */
  const duration = (seconds) => {
    const units = [
      ["d", Math.floor(seconds / 86400)],
      ["h", Math.floor(seconds / 3600) % 24],
      ["min", Math.floor(seconds / 60) % 60],
      ["s", Math.floor(seconds) % 60],
    ];
    const first = units.findIndex(([, value]) => value > 0);
    return units
      .slice(first < 0 ? 3 : first)
      .slice(0, 2)
      .map(([unit, value]) => `${value} ${unit}`)
      .join(" ");
  };

  return Object.freeze({ NONE, count, rate, time, duration });
})();
