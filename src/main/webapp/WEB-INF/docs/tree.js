"use strict";

/** A value as a tree to read: names, values, quiet types; parts are made when they are opened. */
const Tree = (() => {
  const LONG_TEXT = 2000;
  const PART = 100;
  const PREVIEW = 64;
  const PREVIEW_TEXT = 2000;

  // Levels below these begin closed, or even earlier if there are more rows than that above.
  const OPEN_LEVELS = 4;
  const OPEN_ROWS = 300;

  const INDENTED_LEVELS = 10;

  const value = (kind, text) => Dom.el("span", { class: `tree__value tree__value--${kind}`, text });

  const typeLabel = (text) => Dom.el("span", { class: "tree__type", text });

  const smallButton = (text, onClick) =>
    Dom.el("button", {
      class: "button button--small", text, type: "button", on: { click: onClick },
    });

  const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

  // ------------------------------------------------------------------------------- scalars

  /** Clipped at a length, but not between the halves of a pair. */
  const clipped = (text) => text.slice(0, LONG_TEXT).replace(/[\uD800-\uDBFF]$/, "");

  const string = ({ text }) => {
    if (text === "") {
      return [value("empty", "empty"), typeLabel("string")];
    }
    const shown = value("string", text.length > LONG_TEXT ? `${clipped(text)}…` : text);
    if (text.length <= LONG_TEXT) {
      return [shown, typeLabel("string")];
    }
    const all = smallButton(`Show all ${count(text.length, "character")}`, () => {
      shown.textContent = text;
      shown.tabIndex = -1;
      shown.focus();
      all.remove();
    });
    return [shown, typeLabel("string"), all];
  };

  const save = (bytes, isText) => {
    const url = URL.createObjectURL(new Blob([bytes]));
    Dom.el("a", { attrs: { href: url, download: isText ? "result.txt" : "result.bin" } }).click();
    // The browser has taken the address over once the click is handled.
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };

  const base64 = (node) => {
    const bytes = Bytes.ofBase64(node.text);
    const text = Bytes.text(bytes);
    const head = [
      value("size", Bytes.size(bytes.length)),
      typeLabel(text === null || text === "" ? "base64" : "base64, text in UTF-8"),
      smallButton("Save", () => save(bytes, text !== null)),
    ];
    if (bytes.length === 0) {
      return head;
    }
    const start = text === null
      ? Bytes.hex(bytes.subarray(0, PREVIEW))
      : text.slice(0, PREVIEW_TEXT);
    const isWhole = text === null ? bytes.length <= PREVIEW : text.length <= PREVIEW_TEXT;
    return [...head,
      Dom.el("span", { class: "tree__bytes", text: isWhole ? start : `${start} …` })];
  };

  const scalar = (node) => {
    switch (node.type) {
      case "string":
        return string(node);
      case "base64":
        return base64(node);
      case "nil":
        return [value("keyword", "nil")];
      case "boolean":
        return [value("keyword", node.text === "1" ? "true" : "false"), typeLabel("boolean")];
      case "dateTime.iso8601":
        return [value("date", Scalar.readableDate(node.text).replace("T", " ")),
          typeLabel("dateTime")];
      default:
        return [value("number", node.text), typeLabel(node.type)];
    }
  };

  // ------------------------------------------------------------------------------- parts

  const entriesOf = (node) =>
    node.type === "array"
      ? node.items.map((item, index) => ({ name: `[${index}]`, value: item }))
      : node.members ?? [];

  const summary = (node, entries) =>
    node.type === "array" ? `array, ${count(entries.length, "item")}`
      : `struct, ${count(entries.length, "member")}`;

  /** Adds the next hundred entries, and a button for those after them. */
  const addPart = (list, entries, from, depth) => {
    const to = Math.min(entries.length, from + PART);
    const rows = entries.slice(from, to).map((entry) => row(entry, depth));
    list.append(...rows);
    if (to < entries.length) {
      const next = Math.min(PART, entries.length - to);
      const more = Dom.el("li", { class: "tree__more" },
        smallButton(`Show ${next} more of ${(entries.length - to).toLocaleString("en")}`, () => {
          more.remove();
          const first = addPart(list, entries, to, depth);
          first.tabIndex = -1;
          first.focus();
        }));
      list.append(more);
    }
    return rows[0];
  };

  const listOf = (entries, depth) => {
    const deep = depth.level > INDENTED_LEVELS ? " tree__list--deep" : "";
    const list = Dom.el("ul", { class: `tree__list${deep}`, role: "list" });
    addPart(list, entries, 0, depth);
    return list;
  };

  const name = (text) => Dom.el("code", { class: "tree__name", text });

  const branch = (label, node, entries, depth) => {
    const button = Dom.el("button", { class: "tree__toggle", type: "button" },
      Dom.el("span", { class: "tree__arrow", aria: { hidden: true } }),
      ...label, typeLabel(summary(node, entries)));
    const element = Dom.el("div", { class: "tree__branch" }, button);
    let list = null;
    const open = (isOpen) => {
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen && !list) {
        list = listOf(entries, { ...depth, level: depth.level + 1 });
        element.append(list);
      } else if (list) {
        list.hidden = !isOpen;
      }
    };
    button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
    open(depth.level < depth.openLevels);
    return element;
  };

  const leaf = (label, contents) => Dom.el("div", { class: "tree__leaf" }, ...label, ...contents);

  const content = (label, node, depth) => {
    if (node.type !== "array" && node.type !== "struct") {
      return leaf(label, [Dom.el("div", { class: "tree__content" }, ...scalar(node))]);
    }
    const entries = entriesOf(node);
    return entries.length === 0
      ? leaf(label, [Dom.el("div", { class: "tree__content" },
        value("empty", "empty"), typeLabel(node.type))])
      : branch(label, node, entries, depth);
  };

  const row = (entry, depth) => Dom.el("li", {}, content([name(entry.name)], entry.value, depth));

  /** How many levels can be opened at once without making a page of thousands of rows. */
  const levelsToOpen = (node) => {
    let nodes = [node];
    let rows = 0;
    for (let level = 0; level < OPEN_LEVELS; level += 1) {
      nodes = nodes.flatMap((each) => entriesOf(each).slice(0, PART).map((entry) => entry.value));
      rows += nodes.length;
      if (level > 0 && rows > OPEN_ROWS) {
        return level;
      }
    }
    return OPEN_LEVELS;
  };

  const of = (node) => {
    const depth = { level: 0, openLevels: levelsToOpen(node) };
    return Dom.el("div", { class: "tree" }, content([], node, depth));
  };

  return Object.freeze({ of });
})();
