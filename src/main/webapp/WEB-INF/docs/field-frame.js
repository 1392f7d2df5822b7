"use strict";

/**
 * What stands around the control of a field: its name, its type, and what is wrong with it.
 *
 * All fields are `{element, read(report), fill(node)}`. `read` gives a node, or null after
 * `report(control, message)` for each mistake. Fields are made of a spec: `{type, name}`, with
 * `isNamed` when the name is written above already, and `records`, a map of the records around it.
 */
const FieldFrame = (() => {
  const messages = new WeakMap();
  let ids = 0;

  const freshId = () => {
    ids += 1;
    return `field-${ids}`;
  };

  const unmark = (control) => {
    const message = messages.get(control);
    if (message && !message.hidden) {
      message.hidden = true;
      message.textContent = "";
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    }
  };

  /** Shows what is wrong with a control, until it is changed. */
  const mark = (control, text) => {
    const message = messages.get(control);
    message.textContent = text;
    message.hidden = false;
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", message.id);
  };

  /** The line in which the mistakes of a control will stand. */
  const messageOf = (control) => {
    const message = Dom.el("p", { class: "input__error", attrs: { id: freshId() } });
    message.hidden = true;
    messages.set(control, message);
    control.addEventListener("input", () => unmark(control));
    control.addEventListener("change", () => unmark(control));
    return message;
  };

  const nameAndType = (name, typeText) => [
    Dom.el("code", { class: "input__name", text: name }),
    Dom.el("span", { class: "input__type", text: typeText }),
  ];

  const labelFor = (control, spec, typeText) => {
    control.id = freshId();
    return Dom.el("label",
      { class: spec.isNamed ? "visually-hidden" : "input__head", attrs: { for: control.id } },
      ...nameAndType(spec.name, typeText));
  };

  /** A control with its label above; what else is given stands behind the control. */
  const around = (control, spec, typeText, ...more) =>
    Dom.el("div", { class: "input" },
      labelFor(control, spec, typeText),
      Dom.el("div", { class: "input__line" }, control, ...more),
      messageOf(control));

  /** Fields in a frame with a name. */
  const group = (spec, typeText, ...children) =>
    Dom.el("fieldset", { class: spec.isNamed ? "group group--bare" : "group" },
      Dom.el("legend", { class: spec.isNamed ? "visually-hidden" : "input__head" },
        ...nameAndType(spec.name, typeText)),
      ...children);

  /** Tells the form of a change that is none of a control. */
  const changed = (element) => {
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };

  return Object.freeze({
    around, group, nameAndType, labelFor, messageOf, mark, unmark, freshId, changed,
  });
})();
