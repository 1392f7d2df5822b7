"use strict";

/** Texts as literals of programs, and programs as lines of a bearable length. */
const Literals = (() => {
  class Problem extends Error {
    constructor(message) {
      super(message);
      this.name = "Snippets.Problem";
    }
  }

  // Everything else is escaped: it cannot be seen, or it changes how what follows is seen, as the
  // controls of writing direction do, so that a reader would take the program for another one.
  const VISIBLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
  const WIDTH = 90;

  const isVisible = (character) => VISIBLE.test(character);

  const hex = (number, digits) => number.toString(16).padStart(digits, "0");

  /** The units of UTF-16 as \uXXXX, which Java and JSON have. */
  const units = (character) =>
    character.split("").map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join("");

  /** The code point as \u{X}, which JavaScript, PHP and Ruby have. */
  const braced = (character) => `\\u{${hex(character.codePointAt(0), 1)}}`;

  /**
   * A text with everything in it that is not plain.
   *
   * @param special what stands for some characters
   * @param escape what stands for a character that is not to be seen as it is
   * @param isPlain whether a character is; the visible ones, unless told otherwise
   */
  const escaped = (text, special, escape, isPlain = isVisible) =>
    [...text].map((character) => {
      if (Object.hasOwn(special, character)) {
        return special[character];
      }
      return isPlain(character) ? character : escape(character);
    }).join("");

  /** Parts between an opening and a closing text, with commas; in lines of their own if long. */
  const group = (open, items, close) => ({ open, items, close, comma: "," });

  /** The same, with the closing text behind the last part. */
  const tightGroup = (open, items, close) => ({ ...group(open, items, close), isTight: true });

  /** Calls upon a value, one behind the other. */
  const chain = (start, links) => ({ open: start, items: links, close: "", comma: "" });

  /** A part behind a few words that it must not be torn from. */
  const labelled = (label, part) => typeof part === "string"
    ? label + part
    : { ...part, open: label + part.open };

  const flat = (part) => {
    if (typeof part === "string") {
      return part;
    }
    const separator = part.comma === "" ? "" : `${part.comma} `;
    return part.open + part.items.map(flat).join(separator) + part.close;
  };

  /**
   * The text of a part.
   *
   * @param indent the blanks before its first line
   * @param step how many more there are before what is inside
   */
  const laidOut = (part, indent, step) => {
    const line = flat(part);
    if (typeof part === "string" || part.items.length === 0 || indent + line.length <= WIDTH) {
      return line;
    }
    const inner = indent + step;
    const blanks = `\n${" ".repeat(inner)}`;
    const items = part.items.map((item) => blanks + laidOut(item, inner, step));
    const isTight = part.isTight || part.close === "";
    const end = isTight ? part.close : `\n${" ".repeat(indent)}${part.close.trimStart()}`;
    return part.open.trimEnd() + items.join(part.comma) + end;
  };

  /** All values in these nodes, at whatever depth. */
  const everyNode = (nodes) => nodes.flatMap((node) => {
    const inner = node.items ?? (node.members ?? []).map((member) => member.value);
    return [node, ...everyNode(inner)];
  });

  // Some libraries write a carriage return as it is, which XML takes for a line feed, and leave no
  // way to write the name of a member otherwise.
  const refuseReturns = (nodes, library) => {
    if (nodes.some((node) => node.members?.some((member) => member.name.includes("\r")))) {
      throw new Problem(`${library} cannot send a carriage return in the name of a member.`);
    }
  };

  const fitsInt = (node) => BigInt.asIntN(32, BigInt(node.text)) === BigInt(node.text);

  /** Whether somebody on the way could read what is sent there. */
  const isInTheOpen = (url) => {
    const { protocol, hostname } = new URL(url);
    return protocol === "http:" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  };

  return Object.freeze({
    isVisible, hex, units, braced, escaped, group, tightGroup, chain, labelled, laidOut,
    everyNode, refuseReturns, fitsInt, isInTheOpen, Problem,
  });
})();
