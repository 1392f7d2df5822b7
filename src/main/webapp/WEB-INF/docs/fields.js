"use strict";

/** Parameters, results and members of structs, each with its type, its text, and what is in it. */
const Fields = (() => {
  const typeCode = (type) => Dom.el("code", { class: "type", text: Types.text(type) });

  const values = (type) => {
    const { values: some } = Types.innermost(type);
    return some && Dom.el("p", { class: "values" },
      Dom.el("span", { class: "quiet", text: "one of " }),
      some.map((value, index) => [index > 0 && " ", Dom.el("code", { text: value })]));
  };

  const mark = ({ optional, repeated }) =>
    repeated
      ? Dom.el("span", { class: "badge", text: "repeated" })
      : optional && Dom.el("span", { class: "badge", text: "optional" });

  const again = (name) =>
    Dom.el("p", { class: "quiet again" }, "Its members are those of ",
      Dom.el("code", { text: name }), " above.");

  /** The members of the structs in a type; of a record that was shown already, a word only. */
  const members = (type, seen) => {
    const inner = Types.innermost(type);
    if (inner.name && seen.has(inner.name)) {
      return inner.type === "struct" && again(inner.name);
    } else if (!inner.members) {
      return null;
    }
    seen.add(inner.name);
    return Dom.el("dl", { class: "fields fields--inner" },
      inner.members.map((member) => field({ ...member, text: "" }, seen)));
  };

  /** What is said of a type: its words, its text, its values and its members. */
  const details = (type, text, seen) => [
    text && Dom.el("p", { class: "field-text", text }), values(type), members(type, seen),
  ];

  const field = ({ name, type, text, optional, repeated }, seen) =>
    Dom.el("div", { class: "field-row" },
      Dom.el("dt", {}, Dom.el("code", { class: "field-name", text: name }),
        typeCode(type), mark({ optional, repeated })),
      Dom.el("dd", {}, details(type, text, seen)));

  /** The parameters of a signature; `texts` is a map from the name to the text. */
  const params = (signature, texts, seen) =>
    signature.params.length === 0
      ? Dom.el("p", { class: "quiet", text: "None." })
      : Dom.el("dl", { class: "fields" },
        signature.params.map((param) =>
          field({ ...param, text: texts.get(param.name) ?? "" }, seen)));

  /** The result of a signature. */
  const result = (signature, text, seen) =>
    Dom.el("div", { class: "result" }, typeCode(signature.result),
      details(signature.result, text, seen));

  return Object.freeze({ params, result });
})();
