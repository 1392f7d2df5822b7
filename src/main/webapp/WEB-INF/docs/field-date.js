"use strict";

/** A field of a date: picked, or typed, as a picker has neither zones nor fractions. */
const DateField = (() => {
  const TYPE = "dateTime.iso8601";
  const PICKED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

  // A picker leaves out seconds that are zero.
  const withSeconds = (text) => (text.length === 16 ? `${text}:00` : text);

  class Dates {
    constructor(spec) {
      this.spec = spec;
      this.picker = Dom.el("input", {
        class: "field field--date", type: "datetime-local", step: "1",
      });
      this.text = TextFields.textControl("field--date", {
        placeholder: "2026-11-24T10:00:00+01:00",
      });
      this.toggle = Dom.el("button", {
        class: "button button--small", type: "button", on: { click: () => this.change() },
      });
      this.pickerFrame = FieldFrame.around(this.picker, spec, TYPE);
      this.textFrame = FieldFrame.around(this.text, spec, TYPE);
      this.element = Dom.el("div", {}, this.pickerFrame, this.textFrame);
      this.fill(Scalar.start(TYPE));
    }

    isTyped() {
      return this.pickerFrame.hidden;
    }

    show(control) {
      const isText = control === this.text;
      this.pickerFrame.hidden = isText;
      this.textFrame.hidden = !isText;
      this.toggle.textContent = isText ? "Pick" : "Type";
      this.toggle.setAttribute("aria-label", `${this.toggle.textContent} ${this.spec.name}`);
      control.after(this.toggle);
    }

    /** Goes to the other way, and takes the date along if that can have it. */
    change() {
      if (this.isTyped()) {
        this.picker.value = PICKED.test(this.text.value) ? this.text.value : this.picker.value;
      } else {
        this.text.value = withSeconds(this.picker.value);
      }
      this.show(this.isTyped() ? this.picker : this.text);
      this.toggle.focus();
      FieldFrame.changed(this.toggle);
    }

    read(report) {
      return this.isTyped()
        ? TextFields.checked(TYPE, this.text, this.text.value, report)
        : TextFields.checked(TYPE, this.picker, withSeconds(this.picker.value), report);
    }

    fill(node) {
      const readable = Scalar.readableDate(node.text);
      this.picker.value = readable;
      this.text.value = readable;
      this.show(PICKED.test(readable) ? this.picker : this.text);
    }
  }

  const create = (spec) => new Dates(spec);

  return Object.freeze({ create });
})();
