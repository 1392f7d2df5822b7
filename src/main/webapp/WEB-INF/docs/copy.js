"use strict";

/** Buttons that copy. */
const Copy = (() => {
  const SAID_FOR_MILLIS = 1500;

  // Pages that came over plain http, and not from this machine, have no clipboard.
  const copyBySelection = (text) => {
    const area = Dom.el("textarea", { class: "visually-hidden" });
    const focused = document.activeElement;
    area.value = text;
    document.body.append(area);
    area.select();
    const isDone = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return isDone;
  };

  const copy = async (text) => {
    if (!navigator.clipboard) {
      return copyBySelection(text);
    }
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException)) {
        throw error;
      }
      return copyBySelection(text);
    }
  };

  /** A button that copies what `textOf()` gives when it is pressed. */
  const button = (name, textOf) => {
    const said = Dom.el("span", { text: name, attrs: { role: "status" } });
    const element = Dom.el("button", {
      class: "button button--small copy", attrs: { type: "button" },
    }, said);
    element.addEventListener("click", async () => {
      said.textContent = (await copy(textOf())) ? "Copied" : "Not copied";
      setTimeout(() => {
        said.textContent = name;
      }, SAID_FOR_MILLIS);
    });
    return element;
  };

  return Object.freeze({ button });
})();
