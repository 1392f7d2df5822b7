"use strict";

/** From numbers to heights: {ticks, part: number -> 0 at the bottom to 1 at the top}. */
const Scale = (() => {
  /** The next 1, 2 or 5 with zeros from a value on, so that labels are short. */
  const ceiling = (value) => {
    const power = 10 ** Math.floor(Math.log10(value));
    return [1, 2, 5, 10].map((step) => step * power).find((limit) => limit >= value * 0.999);
  };

  /** From zero on; the top is no less than some number. */
  const linear = (least) => (values) => {
    const top = ceiling(Math.max(least, ...values));
    return { ticks: [0, top / 2, top], part: (value) => value / top };
  };

  /** In powers of ten, for numbers that are very different; at least from and to some power. */
  const logarithmic = (lowest, highest) => (values) => {
    const used = values.filter((value) => value > 0).map(Math.log10);
    const bottom = Math.floor(Math.min(lowest, ...used));
    const top = Math.ceil(Math.max(highest, ...used));
    const ticks = Array.from({ length: top - bottom + 1 }, (_, i) => 10 ** (bottom + i));
    const part = (value) => Math.max(0, (Math.log10(value) - bottom) / (top - bottom));
    return { ticks, part };
  };

  return Object.freeze({ linear, logarithmic });
})();
