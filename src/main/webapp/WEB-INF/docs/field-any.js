"use strict";

/** A field of any type: the type is chosen; arrays and structs are written as JSON. */
const AnyField = (() => {
  const CHOICES = [...Scalar.TYPES, "JSON"];

  const jsonField = (spec) => {
    const { control, grow } = TextFields.area("code", 3);
    control.value = "{}";
    return {
      element: FieldFrame.around(control, spec, "JSON"),
      read: (report) => {
        try {
          return Json.parse(control.value);
        } catch (error) {
          if (!(error instanceof Json.Problem)) {
            throw error;
          }
          report(control, error.message);
          return null;
        }
      },
      fill: (node) => {
        control.value = Json.format(node);
        grow();
      },
    };
  };

  const make = (choice, spec) => {
    const inner = { ...spec, isNamed: true };
    return choice === "JSON"
      ? jsonField(inner)
      : Field.of({ ...inner, type: { type: choice } });
  };

  const typeChoice = (spec) =>
    Dom.el("select", { class: "field field--type", attrs: { "aria-label": `${spec.name}: type` } },
      ...CHOICES.map((text) => Dom.el("option", { text, attrs: { value: text } })));

  const create = (spec) => {
    const select = typeChoice(spec);
    const body = Dom.el("div", { class: "any__body" });
    let field;
    const choose = (choice) => {
      select.value = choice;
      field = make(choice, spec);
      body.replaceChildren(field.element);
    };
    const fill = (node) => {
      choose(CHOICES.includes(node.type) ? node.type : "JSON");
      field.fill(node);
    };
    select.addEventListener("change", () => {
      const before = field.read(() => {});
      choose(select.value);
      if (before && select.value === "JSON") {
        field.fill(before);
      }
      FieldFrame.changed(select);
    });
    choose(CHOICES[0]);
    const name = Dom.el("code", {
      class: spec.isNamed ? "visually-hidden" : "input__name", text: spec.name,
    });
    return {
      element: Dom.el("div", { class: "any" },
        Dom.el("div", { class: "any__head" }, name, select), body),
      read: (report) => field.read(report),
      fill,
    };
  };

  return Object.freeze({ create });
})();
