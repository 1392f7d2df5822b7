"use strict";

/** Tabs, one of which is shown. The arrow keys, Home and End go from one to another. */
const Tabs = (() => {
  let ids = 0;

  const pair = ({ title, panel }) => {
    ids += 1;
    const tab = Dom.el("button", {
      class: "tabs__tab", text: title,
      attrs: { type: "button", role: "tab", id: `tab-${ids}`, "aria-controls": `panel-${ids}` },
    });
    const shown = Dom.el("div", {
      class: "tabs__panel",
      attrs: { role: "tabpanel", id: `panel-${ids}`, "aria-labelledby": `tab-${ids}` },
    });
    return { tab, shown, panel };
  };

  const select = (pairs, chosen) => {
    pairs.forEach((each) => {
      const isChosen = each === chosen;
      each.tab.setAttribute("aria-selected", String(isChosen));
      each.tab.tabIndex = isChosen ? 0 : -1;
      each.shown.hidden = !isChosen;
    });
    if (!chosen.shown.hasChildNodes()) {
      chosen.shown.append(chosen.panel());
    }
  };

  const target = (key, at, length) => {
    switch (key) {
      case "ArrowRight":
        return (at + 1) % length;
      case "ArrowLeft":
        return (at + length - 1) % length;
      case "Home":
        return 0;
      case "End":
        return length - 1;
      default:
        return null;
    }
  };

  /**
   * @param label what the tabs are of
   * @param tabs `[{title, panel}]`; `panel()` makes the content when it is first shown
   * @param first the title of the one to begin with, if there is such a one
   * @param onSelect told the title when a person chooses
   */
  const create = ({ label, tabs, first, onSelect = () => {} }) => {
    const pairs = tabs.map(pair);
    const choose = (index) => {
      select(pairs, pairs[index]);
      pairs[index].tab.focus();
      onSelect(tabs[index].title);
    };
    const list = Dom.el("div", { class: "tabs", attrs: { role: "tablist", "aria-label": label } },
      ...pairs.map((each) => each.tab));
    pairs.forEach((each, index) => each.tab.addEventListener("click", () => choose(index)));
    list.addEventListener("keydown", (event) => {
      const at = pairs.findIndex((each) => each.tab === event.target);
      const next = target(event.key, at, pairs.length);
      if (next !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        choose(next);
      }
    });
    select(pairs, pairs[Math.max(0, tabs.findIndex((tab) => tab.title === first))]);
    return Dom.el("div", {}, list, ...pairs.map((each) => each.shown));
  };

  return Object.freeze({ create });
})();
