"use strict";

/** Fields of a single control: numbers, texts, truths, and choices of words. */
const TextFields = (() => {
  /** What was typed as a node, or null after a report. */
  const checked = (type, control, text, report) => {
    try {
      return Scalar.read(type, text);
    } catch (error) {
      if (!(error instanceof Scalar.Problem)) {
        throw error;
      }
      report(control, error.message);
      return null;
    }
  };

  const textControl = (className, more = {}) =>
    Dom.el("input", {
      class: `field code ${className}`,
      attrs: { type: "text", autocomplete: "off", spellcheck: "false", ...more },
    });

  const number = (spec) => {
    const { type } = spec.type;
    const isWhole = type !== "double" && type !== "bigdecimal";
    const control = textControl("field--number", { inputmode: isWhole ? "numeric" : "decimal" });
    control.value = Scalar.start(type).text;
    return {
      element: FieldFrame.around(control, spec, type),
      read: (report) => checked(type, control, control.value, report),
      fill: (node) => {
        control.value = node.text;
      },
    };
  };

  /** A text area that has as many lines as its text, within reason. */
  const area = (className, rows = 1) => {
    const control = Dom.el("textarea", {
      class: `field field--area ${className}`,
      attrs: { rows, autocomplete: "off", spellcheck: "false" },
    });
    const grow = () => {
      control.rows = Math.min(12, Math.max(rows, control.value.split("\n").length));
    };
    control.addEventListener("input", grow);
    return { control, grow };
  };

  const string = (spec) => {
    const { control, grow } = area("field--string");
    let filled = "";
    let shown = "";
    return {
      element: FieldFrame.around(control, spec, "string"),
      // A text area has no carriage returns. Those of a text that was filled in are kept.
      read: (report) =>
        checked("string", control, control.value === shown ? filled : control.value, report),
      fill: (node) => {
        control.value = node.text;
        filled = node.text;
        shown = control.value;
        grow();
      },
    };
  };

  const boolean = (spec) => {
    const control = Dom.el("input", { attrs: { type: "checkbox" } });
    const label = FieldFrame.labelFor(control, spec, "boolean");
    const word = Dom.el("label", { class: "check" }, control,
      Dom.el("code", { text: "true" }));
    return {
      element: Dom.el("div", { class: "input" }, label, word),
      read: () => ({ type: "boolean", text: control.checked ? "1" : "0" }),
      fill: (node) => {
        control.checked = node.text === "1";
      },
    };
  };

  const choice = (spec) => {
    const control = Dom.el("select", { class: "field field--choice" },
      ...spec.type.values.map((text) => Dom.el("option", { text, attrs: { value: text } })));
    return {
      element: FieldFrame.around(control, spec, spec.type.type),
      read: () => ({ type: spec.type.type, text: control.value }),
      fill: (node) => {
        control.value = node.text;
      },
    };
  };

  const nil = (spec) => {
    const head = Dom.el("p", { class: spec.isNamed ? "visually-hidden" : "input__head" },
      ...FieldFrame.nameAndType(spec.name, "nil"));
    return {
      element: Dom.el("div", { class: "input" }, head,
        Dom.el("p", { class: "quiet", text: "No value: nil is sent." })),
      read: () => ({ type: "nil" }),
      fill: () => {},
    };
  };

  return Object.freeze({ number, string, boolean, choice, nil, textControl, area, checked });
})();
