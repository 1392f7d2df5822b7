"use strict";

/** The calls that were made in this tab, newest first. They are gone with it. */
const History = (() => {
  const KEPT = 100;
  const LARGE = 100_000;
  const LINE = 160;

  let calls = [];
  const listeners = [];
  const openers = [];

  const cut = (text) => (text.length > LINE ? `${text.slice(0, LINE)}…` : text);

  /** Parameters in one line, as JSON. */
  const line = (params) => params.map((param) => cut(Json.line(param))).join(", ");

  const summary = (outcome) => {
    if (outcome.value) {
      return outcome.responseXml.length > LARGE
        ? Bytes.size(outcome.bytes)
        : cut(Json.line(outcome.value));
    }
    return cut(outcome.fault ? outcome.fault.text : outcome.problem);
  };

  const clock = (date) =>
    date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });

  /** Only what is shown is kept, and parameters that are not too large, to be sent again. */
  const entryOf = (outcome) => {
    const isLarge = outcome.requestXml.length > LARGE;
    return Object.freeze({
      method: outcome.method,
      params: isLarge ? null : outcome.params,
      line: isLarge
        ? `${Bytes.size(outcome.requestXml.length)}, not kept`
        : cut(line(outcome.params)),
      badge: Verdict.badge(outcome),
      summary: summary(outcome),
      time: Verdict.time(outcome.millis),
      at: new Date(),
    });
  };

  // ------------------------------------------------------------------------------- the view

  const open = (entry) => {
    openers.forEach((opener) => opener(entry));
    location.hash = `#${encodeURIComponent(entry.method)}`;
  };

  const item = (entry) =>
    Dom.el("li", { class: "calls__item" },
      Dom.el("div", { class: "calls__call" },
        Dom.el("a", {
          class: "calls__method",
          text: entry.method,
          title: "Open with these parameters",
          href: `#${encodeURIComponent(entry.method)}`,
          on: {
            click: (event) => {
              event.preventDefault();
              open(entry);
            },
          },
        }),
        Dom.el("code", { class: "calls__params", text: `(${entry.line})` })),
      Dom.el("div", { class: "calls__outcome" },
        entry.badge,
        Dom.el("span", { class: "calls__summary", text: entry.summary }),
        Dom.el("span", { class: "calls__time quiet", text: `${entry.time}, ${clock(entry.at)}` })));

  const list = Dom.el("ol", { class: "calls", role: "list" });
  const empty = Dom.el("p", {
    class: "calls__empty",
    tabindex: "-1",
    text: "No calls yet. What you send is listed here, until this page is closed or loaded again.",
  });
  const clear = Dom.el("button", {
    class: "button button--small", text: "Clear", type: "button",
    on: {
      click: () => {
        changeTo([]);
        empty.focus();
      },
    },
  });
  const count = Dom.el("p", { class: "quiet" });
  const element = Dom.el("section", { class: "history" },
    Dom.el("div", { class: "section-head" }, count, clear), empty, list);

  const counted = (number) => `${number} call${number === 1 ? "" : "s"}`;

  const changeTo = (next) => {
    calls = next;
    list.replaceChildren(...calls.map(item));
    count.textContent = calls.length === 0 ? "" : counted(calls.length);
    empty.hidden = calls.length > 0;
    clear.hidden = calls.length === 0;
    listeners.forEach((listener) => listener());
  };

  changeTo([]);

  /** Records what came of a call. */
  const add = (outcome) => changeTo([entryOf(outcome), ...calls].slice(0, KEPT));

  return Object.freeze({
    element,
    add,
    line,
    counted,
    size: () => calls.length,
    onChange: (listener) => listeners.push(listener),
    /** Told the call, `{method, params}`, that is to be shown again. */
    onOpen: (listener) => openers.push(listener),
  });
})();
