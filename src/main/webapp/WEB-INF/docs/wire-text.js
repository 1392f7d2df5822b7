"use strict";

/** The types of XML-RPC, and the texts that values of them have. */
const WireText = (() => {
  /** What the names of types are called here. */
  const TYPES = Object.freeze({
    int: "int", i1: "int", i2: "int", i4: "int", i8: "i8", boolean: "boolean",
    double: "double", float: "double", string: "string", base64: "base64", nil: "nil",
    "dateTime.iso8601": "dateTime.iso8601", dateTime: "dateTime.iso8601",
    biginteger: "biginteger", bigdecimal: "bigdecimal", array: "array", struct: "struct",
  });

  // What XML 1.0 has no way to write, not even as a reference. With the flag u a half of a pair
  // matches only where the other half is missing.
  const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

  /** What a type is called here, by the name of its element; undefined if there is none. */
  const typeOf = (tag) => (Object.hasOwn(TYPES, tag) ? TYPES[tag] : undefined);

  const WHOLE = /^[+-]?[0-9]+$/;
  const DECIMAL = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
  const NOT_FINITE = /^(?:nan|[+-]?inf(?:inity)?)$/i;
  const DAY_AND_TIME = /^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}:?[0-9]{2}:?[0-9]{2}/;
  const FRACTION_AND_ZONE = /(?:[.,][0-9]+)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?$/;
  const DATE = new RegExp(DAY_AND_TIME.source + FRACTION_AND_ZONE.source);
  const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

  /** Says which character keeps a text from being sent; null if there is none. */
  const obstacle = (text) => {
    const found = UNWRITABLE.exec(text);
    if (!found) {
      return null;
    }
    const code = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `the character U+${code} at position ${found.index + 1} cannot be sent in XML. ` +
      "Remove it, or send bytes as base64.";
  };

  // No number of 64 bit is longer; conversion of long ones takes time.
  const LONGEST = 40;

  const inRange = (text, bits) =>
    text.length <= LONGEST && BigInt.asIntN(bits, BigInt(text)) === BigInt(text);

  const whole = (bits) => (text) => {
    const digits = text.replace(/^\+/, "");
    return WHOLE.test(text) && (bits === 0 || inRange(digits, bits)) ? digits : null;
  };

  const matching = (...patterns) => (text) =>
    patterns.some((pattern) => pattern.test(text)) ? text : null;

  const TRUTHS = new Map([["1", "1"], ["0", "0"], ["true", "1"], ["false", "0"]]);

  const truth = (text) => TRUTHS.get(text.toLowerCase()) ?? null;

  const bytes = (text) => {
    const packed = text.replace(/[ \t\r\n]/g, "");
    return BASE64.test(packed) && packed.length % 4 === 0 ? packed : null;
  };

  const READERS = Object.freeze({
    int: whole(32), i8: whole(64), biginteger: whole(0),
    double: matching(DECIMAL, NOT_FINITE), bigdecimal: matching(DECIMAL),
    boolean: truth, "dateTime.iso8601": matching(DATE), base64: bytes,
  });

  /** A text as it is kept in a node of that type, or null if it is not of that type. */
  const of = (type, text) =>
    type === "string" ? text : READERS[type](text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));

  return Object.freeze({ of, typeOf, inRange, obstacle });
})();
