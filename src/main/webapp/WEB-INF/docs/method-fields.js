"use strict";

/** Parameters, results and members of structs, each with its type, its text, and what is in it. */
const MethodFields = (() => {
  const values = (type) => {
    const { values: some } = Types.innermost(type);
    return some && Dom.el("p", { class: "doc-values" },
      Dom.el("span", { class: "quiet", text: "one of " }),
      some.map((value, index) => [index > 0 && " ", Dom.el("code", { text: value })]));
  };

  const mark = ({ optional, repeated }) =>
    repeated
      ? Dom.el("span", { class: "badge", text: "repeated" })
      : optional && Dom.el("span", { class: "badge", text: "optional" });

  const again = (name) =>
    Dom.el("p", { class: "quiet doc-field__again" }, "Its members are those of ",
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
    return Dom.el("dl", { class: "doc-fields doc-fields--inner" },
      inner.members.map((member) => field({ ...member, text: "" }, seen)));
  };

  const within = (element) => element && Dom.el("dd", { class: "doc-field__within" }, element);

  const field = ({ name, type, text, optional, repeated }, seen) =>
    Dom.el("div", { class: "doc-field" },
      Dom.el("dt", {},
        name !== undefined && Dom.el("code", { class: "doc-field__name", text: name }),
        Dom.el("code", { class: "doc-type", text: Types.text(type) }),
        mark({ optional, repeated })),
      Dom.el("dd", {}, text && Dom.el("p", { class: "doc-field__text", text }), values(type)),
      within(members(type, seen)));

  /** The parameters of a signature; `texts` is a map from the name to the text. */
  const params = (signature, texts, seen) =>
    signature.params.length === 0
      ? Dom.el("p", { class: "quiet", text: "None." })
      : Dom.el("dl", { class: "doc-fields" },
        signature.params.map((param) =>
          field({ ...param, text: texts.get(param.name) ?? "" }, seen)));

  /** The result of a signature. */
  const result = (signature, text, seen) =>
    Dom.el("dl", { class: "doc-fields" }, field({ type: signature.result, text }, seen));

  return Object.freeze({ params, result });
})();
