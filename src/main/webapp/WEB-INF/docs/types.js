"use strict";

/** Types and signatures in words, as the server and the command line write them. */
const Types = (() => {
  const word = (type) => (type.type === "undefined" ? "any" : type.type);

  /** `array of struct Person`; a type that may be anything is called `any`. */
  const text = (type) => {
    const name = type.name ? ` ${type.name}` : "";
    const element = type.element ? ` of ${text(type.element)}` : "";
    return word(type) + name + element;
  };

  const param = ({ name, type, optional, repeated }) => [
    optional && !repeated ? { kind: "mark", text: "[" } : null,
    { kind: "type", text: text(type) },
    { kind: "mark", text: repeated ? "... " : " " },
    { kind: "param", text: name },
    optional && !repeated ? { kind: "mark", text: "]" } : null,
  ].filter((part) => part !== null);

  /** What a signature is written of: the result, the name, and for each parameter its parts. */
  const parts = (name, signature) => ({
    result: { kind: "type", text: `${text(signature.result)} ` },
    name: { kind: "name", text: name },
    params: signature.params.map(param),
  });

  /** `i8 sample.get_power(int base, int exponent)`; `[` `]` for optional, `...` for repeated. */
  const signatureText = (name, signature) => {
    const all = parts(name, signature);
    const params = all.params.map((each) => each.map((part) => part.text).join(""));
    return `${all.result.text}${all.name.text}(${params.join(", ")})`;
  };

  /** The type itself, or what the arrays and maps are of. */
  const innermost = (type) => (type.element ? innermost(type.element) : type);

  const collect = (type, found) => {
    const inner = innermost(type);
    if (!inner.members) {
      return;
    }
    if (inner.name) {
      // A record within itself comes without its members, so that this ends.
      if (found.has(inner.name)) {
        return;
      }
      found.set(inner.name, { name: inner.name, members: inner.members });
    }
    inner.members.forEach((member) => collect(member.type, found));
  };

  /** The records with a name, each once, in the order they are read. */
  const records = (signature) => {
    const found = new Map();
    signature.params.forEach(({ type }) => collect(type, found));
    collect(signature.result, found);
    return [...found.values()];
  };

  return Object.freeze({ text, parts, signatureText, innermost, records });
})();
