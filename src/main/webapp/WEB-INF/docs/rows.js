"use strict";

/** A list of fields that grows, shrinks, and can be put in order. */
const Rows = (() => {
  const tool = (glyph, onClick) =>
    Dom.el("button", { class: "row__tool", type: "button", on: { click: onClick } },
      Dom.el("span", { text: glyph, aria: { hidden: true } }));

  const nameTool = (button, name) => {
    button.setAttribute("aria-label", name);
    button.title = name;
  };

  class List {
    /**
     * @param name of the whole, as "people"
     * @param add what the button says
     * @param make a field of a row
     * @param label the name of the row of an index, "[0]" by default
     */
    constructor({ name, add, make, label = (index) => `[${index}]` }) {
      Object.assign(this, { name, make, label, rows: [] });
      this.list = Dom.el("ol", { class: "rows__list", role: "list" });
      this.none = Dom.el("p", { class: "rows__none", text: "None." });
      this.adder = Dom.el("button", {
        class: "button button--small", type: "button", on: { click: () => this.grow() },
      }, add, Dom.el("span", { class: "visually-hidden", text: ` to ${name}` }));
      this.element = Dom.el("div", { class: "rows" }, this.list, this.none, this.adder);
      this.number();
    }

    fields() {
      return this.rows.map((row) => row.field);
    }

    /** Adds a row at the end, and gives its field. */
    append() {
      const field = this.add();
      this.number();
      return field;
    }

    /** Has one row for each node, and none else. */
    fill(nodes) {
      this.rows = [];
      this.list.replaceChildren();
      nodes.forEach((node) => this.add().fill(node));
      this.number();
    }

    add() {
      const row = { field: this.make() };
      row.index = Dom.el("span", { class: "row__index", aria: { hidden: true } });
      row.up = tool("↑", () => this.move(row, -1));
      row.down = tool("↓", () => this.move(row, 1));
      row.remove = tool("✕", () => this.remove(row));
      const tools = Dom.el("div", { class: "row__tools" }, row.up, row.down, row.remove);
      row.group = Dom.el("div", { class: "row", attrs: { role: "group" } },
        row.index, Dom.el("div", { class: "row__body" }, row.field.element), tools);
      row.item = Dom.el("li", {}, row.group);
      this.rows.push(row);
      this.list.append(row.item);
      return row.field;
    }

    grow() {
      const { element } = this.append();
      element.querySelector("input:not([type=radio]), select, textarea, button")?.focus();
      FieldFrame.changed(this.element);
    }

    remove(row) {
      const at = this.rows.indexOf(row);
      this.rows.splice(at, 1);
      row.item.remove();
      this.number();
      (this.rows[at] ?? this.rows[at - 1])?.remove.focus();
      if (this.rows.length === 0) {
        this.adder.focus();
      }
      FieldFrame.changed(this.element);
    }

    move(row, step) {
      const at = this.rows.indexOf(row);
      const other = this.rows[at + step];
      this.rows[at + step] = row;
      this.rows[at] = other;
      // The other one moves, so that the focus stays where it is.
      if (step < 0) {
        row.item.after(other.item);
      } else {
        row.item.before(other.item);
      }
      this.number();
      const [wanted, opposite] = step < 0 ? [row.up, row.down] : [row.down, row.up];
      (wanted.disabled ? opposite : wanted).focus();
      FieldFrame.changed(this.element);
    }

    number() {
      this.none.hidden = this.rows.length > 0;
      this.rows.forEach((row, index) => {
        const name = `${this.name}${this.label(index)}`;
        row.index.textContent = this.label(index);
        row.group.setAttribute("aria-label", name);
        row.up.disabled = index === 0;
        row.down.disabled = index === this.rows.length - 1;
        nameTool(row.up, `Move ${name} up`);
        nameTool(row.down, `Move ${name} down`);
        nameTool(row.remove, `Remove ${name}`);
      });
    }
  }

  const create = (options) => new List(options);

  return Object.freeze({ create });
})();
