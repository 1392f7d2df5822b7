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

  return Object.freeze({ text, parts, signatureText, innermost });
})();
