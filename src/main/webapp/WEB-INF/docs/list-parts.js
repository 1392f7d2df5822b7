"use strict";

/** What the list of methods is made of: rows, groups of rows, and bones while there are none. */
const ListParts = (() => {
  const BONES = 9;

  const counted = (count) => `${count.toLocaleString("en")} method${count === 1 ? "" : "s"}`;

  const href = (name) => `#${encodeURIComponent(name)}`;

  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  /** A text with the first of the words that is in it marked. */
  const marked = (text, some) => {
    const lower = text.toLowerCase();
    const word = some.find((each) => lower.includes(each));
    if (word === undefined) {
      return text;
    }
    const start = lower.indexOf(word);
    const end = start + word.length;
    const found = Dom.el("mark", { text: text.slice(start, end) });
    return [text.slice(0, start), found, text.slice(end)];
  };

  const row = (method, name) => {
    const summary = Help.summary(method);
    const link = Dom.el("a", { class: "list__row", href: href(method.name), tabindex: "-1" },
      Dom.el("span", { class: "list__name code" }, name),
      summary && Dom.el("span", { class: "list__help", text: summary }));
    return Dom.el("li", { class: summary ? "list__cell" : "list__cell list__cell--short" }, link);
  };

  /** The row of a hit, with its whole name. */
  const hit = (method, text) => row(method, marked(method.name, words(text)));

  // The prefix stands over the group; who hears the row hears the whole name.
  const member = (method) => {
    const prefix = Catalog.prefix(method.name);
    return row(method, [
      prefix && Dom.el("span", { class: "visually-hidden", text: prefix }),
      method.name.slice(prefix.length),
    ]);
  };

  const toggle = ({ prefix, methods }, click) =>
    Dom.el("button", {
      class: "list__toggle", type: "button", aria: { expanded: true }, on: { click },
    },
    Dom.icon("chevron"),
    prefix === ""
      ? Dom.el("span", { class: "list__prefix", text: "Without prefix" })
      : Dom.el("span", { class: "list__prefix code", text: prefix.slice(0, -1) }),
    Dom.el("span", { class: "list__size", text: methods.length.toLocaleString("en") }),
    Dom.el("span", {
      class: "visually-hidden", text: methods.length === 1 ? "method" : "methods",
    }));

  /** A group that can be collapsed; `onToggle` is called after it was, by hand. */
  const group = (described, onToggle) => {
    const rows = Dom.el("ul", { class: "list__rows" }, described.methods.map(member));
    const links = [...rows.querySelectorAll("a")];
    const open = (shown) => {
      rows.hidden = !shown;
      button.setAttribute("aria-expanded", String(shown));
    };
    const button = toggle(described, () => {
      open(rows.hidden);
      onToggle();
    });
    return Object.freeze({
      element: Dom.el("div", { class: "list__group" }, button, rows),
      prefix: described.prefix,
      open,
      /** The links that can be reached; none while it is collapsed. */
      links: () => (rows.hidden ? [] : links),
    });
  };

  const search = () =>
    Dom.el("input", {
      class: "field list__field", id: "list-search", type: "search", autocomplete: "off",
      spellcheck: "false", placeholder: "Search",
      aria: { label: "Search methods", keyshortcuts: "/" },
    });

  const searchBox = (field) =>
    Dom.el("div", { class: "list__search", role: "search" }, Dom.icon("search"), field,
      Dom.el("kbd", { class: "list__key", text: "/", aria: { hidden: true } }));

  const skeleton = () =>
    Array.from({ length: BONES }, () =>
      Dom.el("div", { class: "skeleton__row" },
        Dom.el("span", { class: "bone bone--name" }),
        Dom.el("span", { class: "bone bone--help" })));

  return Object.freeze({ counted, href, hit, group, search, searchBox, skeleton });
})();
