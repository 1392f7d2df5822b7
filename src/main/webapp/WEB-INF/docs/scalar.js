"use strict";

/** Values without parts: what a person may type for them, and where to begin. */
const Scalar = (() => {
  class Problem extends Error {
    constructor(message) {
      super(message);
      this.name = "Scalar.Problem";
    }
  }

  const TYPES = Object.freeze([
    "string", "int", "i8", "double", "boolean", "dateTime.iso8601", "base64", "nil",
    "biginteger", "bigdecimal",
  ]);

  const RANGES = Object.freeze({
    int: "a whole number from -2147483648 to 2147483647",
    i8: "a whole number from -9223372036854775808 to 9223372036854775807",
    biginteger: "a whole number",
    double: "a number, as 1.5 or -2e10",
    bigdecimal: "a number, as 1.5",
    boolean: "true or false",
    "dateTime.iso8601": "a date as 2026-11-24T10:00:00, perhaps with .5 or +01:00 after it",
    base64: "base64, as SGVsbG8=",
  });

  const expected = (type, text) => {
    const got = text.trim() === ""
      ? "nothing is here"
      : `this is "${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
    return new Problem(`Expected ${RANGES[type]}; ${got}.`);
  };

  const days = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

  const isDay = (year, month, day) =>
    month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);

  /** The form without dashes, which is the only one that every server reads. */
  const compactDate = (text) => {
    const parts = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(.*)$/.exec(text);
    const [year, month, day, hour, minute, second] = parts.slice(1, 7);
    const isTime = hour <= 24 && minute <= 59 && second <= 60;
    return isDay(Number(year), Number(month), Number(day)) && isTime
      ? `${year}${month}${day}T${hour}:${minute}:${second}${parts[7]}`
      : null;
  };

  const isBeyondDoubles = (type, text) =>
    type === "double" && /\d/.test(text) && !Number.isFinite(Number(text));

  const string = (text) => {
    const obstacle = WireText.obstacle(text);
    if (obstacle) {
      throw new Problem(obstacle[0].toUpperCase() + obstacle.slice(1));
    }
    return { type: "string", text };
  };

  /**
   * The node of what was typed.
   *
   * @throws Scalar.Problem if it is not of the type
   */
  const read = (type, text) => {
    if (type === "nil") {
      return { type };
    } else if (type === "string") {
      return string(text);
    }
    const wireText = WireText.of(type, text);
    const isDate = type === "dateTime.iso8601" && wireText !== null;
    const kept = isDate ? compactDate(wireText) : wireText;
    if (kept === null || isBeyondDoubles(type, kept)) {
      throw expected(type, text);
    }
    return { type, text: kept };
  };

  /** A date on the wire with dashes, as people and controls of the browser like it. */
  const readableDate = (text) =>
    text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d):?(\d\d):?(\d\d)/, "$1-$2-$3T$4:$5:$6");

  const today = () => {
    const now = new Date();
    const part = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}${part(now.getMonth() + 1)}${part(now.getDate())}T00:00:00`;
  };

  const STARTS = Object.freeze({
    int: "0", i8: "0", biginteger: "0", double: "1.0", bigdecimal: "1.0", boolean: "0",
    string: "", base64: "",
  });

  /** What a field begins with, and can be sent at once. */
  const start = (type) => {
    if (type === "nil") {
      return { type };
    }
    return { type, text: type === "dateTime.iso8601" ? today() : STARTS[type] };
  };

  return Object.freeze({ TYPES, Problem, read, start, readableDate });
})();
