"use strict";

/** The documentation of one method, and below it the form that calls it. */
const MethodPage = (() => {
  // Longer than this, and each parameter has a line of its own.
  const LINE = 64;
  const UNLISTED = "The server does not list this method. If it has it, it can be called.";

  const paragraph = (text, names = "") => Dom.el("p", { class: names || null, text });

  // ---------------------------------------------------------------------------------------- head

  const title = (name) => {
    const prefix = Catalog.prefix(name);
    return Dom.el("h1", { class: "method__name code", tabindex: "-1" },
      prefix && Dom.el("span", { class: "method__prefix", text: prefix }),
      name.slice(prefix.length));
  };

  const link = (name) => `${location.href.split("#")[0]}#${encodeURIComponent(name)}`;

  const idempotence = ({ idempotent }) =>
    idempotent
      ? Dom.el("span", {
        class: "badge badge--good", text: "idempotent",
        title: "Calling it twice does no more than calling it once.",
      })
      : Dom.el("span", {
        class: "badge", text: "not idempotent",
        title: "Calling it twice may do more than calling it once.",
      });

  const roles = (method) =>
    (method.roles ?? []).map((role) => Dom.el("span", {
      class: "badge badge--warn", text: `role ${role}`, title: "Callers need one of these roles.",
    }));

  const badges = (method) =>
    Dom.el("p", { class: "badges" }, idempotence(method), roles(method));

  const head = (method, ...more) =>
    Dom.el("header", { class: "method__head" },
      Dom.el("div", { class: "method__title" },
        title(method.name),
        Dom.copyButton(`Copy a link to ${method.name}`, () => link(method.name), "link")),
      more);

  // ---------------------------------------------------------------------------------- signatures

  const span = ({ kind, text }) => Dom.el("span", { class: `signature__${kind}`, text });

  const separated = (params, separator) =>
    params.flatMap((param, index) => [index > 0 && separator, param.map(span)]);

  /** A signature in code; a long one in lines, as it would be written in a program. */
  const code = (name, signature) => {
    const parts = Types.parts(name, signature);
    const isLong = Types.signatureText(name, signature).length > LINE && parts.params.length > 1;
    const params = isLong
      ? ["(\n  ", separated(parts.params, ",\n  "), "\n)"]
      : ["(", separated(parts.params, ", "), ")"];
    return Dom.el("pre", { class: "codeblock signature", tabindex: "0" },
      Dom.el("code", {}, span(parts.result), span(parts.name), params));
  };

  // One heading stands over all signatures, so that theirs are one level lower.
  const signature = (method, each, help) => {
    const notes = help.of(each);
    const seen = new Set();
    return Dom.el("div", { class: "way" },
      code(method.name, each),
      notes.prose.map((text) => paragraph(text, "prose")),
      Dom.el("h3", { class: "doc-label", text: "Parameters" }),
      MethodFields.params(each, notes.params, seen),
      Dom.el("h3", { class: "doc-label", text: "Result" }),
      MethodFields.result(each, notes.result, seen));
  };

  const signatures = (method, help) => {
    const count = method.signatures.length;
    const heading = count === 1 ? "Signature" : `${count} signatures`;
    return Dom.el("section", { class: "ways" },
      Dom.el("h2", { text: heading }),
      method.signatures.map((each) => signature(method, each, help)));
  };

  const anything = (method) =>
    Dom.el("section", { class: "ways" },
      Dom.el("h2", { text: "Signature" }),
      Dom.el("pre", { class: "codeblock signature", tabindex: "0" },
        Dom.el("code", {}, span({ kind: "name", text: method.name }), "(...)")),
      paragraph("The server does not tell its parameters: it takes whatever it is sent.", "quiet"));

  // ----------------------------------------------------------------------------------------- all

  const prose = (help) => {
    const [lead, ...rest] = help.prose;
    return lead !== undefined && Dom.el("div", { class: "method__help" },
      paragraph(lead, "lead"), rest.map((text) => paragraph(text, "prose")));
  };

  const trial = (method) =>
    Dom.el("div", { class: "method__trial" },
      Dom.el("h2", { text: "Try it" }), TryIt.panel(method));

  const docs = (method) => {
    const help = Help.of(method);
    return Dom.el("div", { class: "method__docs" },
      prose(help),
      method.signatures.length === 0 ? anything(method) : signatures(method, help));
  };

  const article = (...parts) => Dom.el("article", { class: "method" }, parts);

  /** The page of a method that the server has described. */
  const described = (method) =>
    article(head(method, badges(method)), docs(method), trial(method));

  /** The page of a method of which the server has told no more than signatures and help. */
  const introspected = (method) => article(head(method), docs(method), trial(method));

  /** The page of a method of which only the name is known, and not even that it is there. */
  const unlisted = (name) => {
    const method = Descriptions.bare(name);
    const note = Dom.el("div", { class: "method__docs" }, paragraph(UNLISTED, "lead"));
    return article(head(method), note, trial(method));
  };

  return Object.freeze({ described, introspected, unlisted });
})();
