"use strict";

/** Elements, made without HTML text: what a server says is never read as markup. */
const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const COPIED_MILLIS = 1600;

  const setAttributes = (node, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) {
        node.setAttribute(name, "");
      } else if (value !== false && value !== null && value !== undefined) {
        node.setAttribute(name, value);
      }
    }
  };

  const prefixed = (attributes) =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [`aria-${name}`, String(value)]));

  const isChild = (child) =>
    child !== null && child !== undefined && child !== false && child !== "";

  /**
   * Makes an element. Children are nodes, strings, arrays of these, or null or false for none.
   * Options that are not listed are attributes.
   */
  const el = (tag, options = {}, ...children) => {
    const { class: names, text, on = {}, attrs = {}, aria = {}, ...others } = options;
    const node = document.createElement(tag);
    if (names) {
      node.className = names;
    }
    if (text !== undefined && text !== null) {
      node.textContent = text;
    }
    setAttributes(node, { ...others, ...attrs, ...prefixed(aria) });
    for (const [type, listener] of Object.entries(on)) {
      node.addEventListener(type, listener);
    }
    node.append(...children.flat(Infinity).filter(isChild));
    return node;
  };

  /** One of the symbols in index.html. It says nothing to screen readers. */
  const icon = (name) => {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    setAttributes(svg, { class: "icon", "aria-hidden": "true" });
    use.setAttribute("href", `#icon-${name}`);
    svg.append(use);
    return svg;
  };

  /** Tells screen readers, when they have finished what they say. */
  const announce = (text) => {
    document.getElementById("page-announcer").textContent = text;
  };

  // The clipboard is there on https and localhost only; a page on plain http has the old command.
  const copyBySelection = (text) => {
    const before = document.activeElement;
    const area = el("textarea", { class: "visually-hidden", readonly: true });
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    before?.focus({ preventScroll: true });
    return copied;
  };

  /** Puts text on the clipboard; the promise tells whether it is there. */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  /** Makes of a button one that copies, and shows for a moment that it did. */
  const copies = (button, text) => {
    const symbol = button.querySelector("use");
    const resting = symbol.getAttribute("href");
    button.addEventListener("click", async () => {
      const copied = await copy(text());
      announce(copied ? "Copied" : "The browser does not let this page copy");
      symbol.setAttribute("href", copied ? "#icon-check" : resting);
      button.classList.toggle("is-copied", copied);
      setTimeout(() => {
        symbol.setAttribute("href", resting);
        button.classList.remove("is-copied");
      }, COPIED_MILLIS);
    });
    return button;
  };

  /** A small button with a symbol; the label is for screen readers and for the mouse. */
  const copyButton = (label, text, symbol = "copy") =>
    copies(
      el("button", {
        class: "button button--quiet icon-button", type: "button", title: label, aria: { label },
      }, icon(symbol)),
      text);

  return Object.freeze({ el, icon, announce, copy, copies, copyButton });
})();
