"use strict";

/**
 * JSON as the command line has it. Whole numbers are int, or i8 if they need 64 bit, all others are
 * double. An object with one member $t, say, is what the argument t: is:
 * {"$t": "2026-11-24T10:00:00"}.
 */
const Json = (() => {
  const MARKS = Object.freeze({
    i8: "$l", double: "$d", "dateTime.iso8601": "$t", base64: "$64",
    biginteger: "$biginteger", bigdecimal: "$bigdecimal",
  });

  const typed = (node) => {
    const text = node.type === "dateTime.iso8601" ? Scalar.readableDate(node.text) : node.text;
    return `{${JSON.stringify(MARKS[node.type])}: ${JSON.stringify(text)}}`;
  };

  const double = (node) => {
    const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(node.text);
    if (!isNumber) {
      return typed(node);
    }
    return /[.eE]/.test(node.text) ? node.text : `${node.text}.0`;
  };

  const scalar = (node) => {
    switch (node.type) {
      case "string":
        return JSON.stringify(node.text);
      case "boolean":
        return node.text === "1" ? "true" : "false";
      case "nil":
        return "null";
      case "int":
        return String(BigInt(node.text));
      case "i8":
        return WireText.inRange(node.text, 32) ? typed(node) : String(BigInt(node.text));
      case "double":
        return double(node);
      default:
        return typed(node);
    }
  };

  const between = (open, parts, close, indent) => {
    if (parts.length === 0) {
      return open + close;
    } else if (indent === null) {
      return `${open}${parts.join(", ")}${close}`;
    }
    return `${open}\n${indent}  ${parts.join(`,\n${indent}  `)}\n${indent}${close}`;
  };

  const write = (node, indent) => {
    const inner = indent === null ? null : `${indent}  `;
    if (node.type === "array") {
      return between("[", node.items.map((item) => write(item, inner)), "]", indent);
    } else if (node.type === "struct") {
      const members = node.members.map(({ name, value }) =>
        `${JSON.stringify(name)}: ${write(value, inner)}`);
      return between("{", members, "}", indent);
    }
    return scalar(node);
  };

  const format = (node) => write(node, "");

  /** The same in a single line. */
  const line = (node) => write(node, null);

  return Object.freeze({ parse: JsonReader.parse, format, line, Problem: JsonReader.Problem });
})();
