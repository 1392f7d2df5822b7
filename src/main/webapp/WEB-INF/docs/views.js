"use strict";

/** What stands in the place of a method: the overview, and what there is to say without methods. */
const Views = (() => {
  const FAILURES = new Map([
    [0, "The server cannot be reached"],
    [401, "The server wants to know who you are"],
    [403, "The list of methods is not for everyone"],
    [404, "There is nothing at this address any more"],
    [429, "That was too much at once"],
    [503, "The server is not available"],
  ]);
  const KEYS = [
    [["/"], "Search the methods"],
    [["↓", "↑"], "Move through the list"],
    [["Enter"], "Open the method, or the best hit"],
    [["Esc"], "Clear the search"],
    [["Ctrl", "Enter"], "Send the call"],
  ];

  const INTROSPECTED =
    "The server does not tell the names of parameters and the members of structs.";

  const heading = (text, names = "") =>
    Dom.el("h1", { class: names || null, tabindex: "-1", text });

  const button = (text, names, click) =>
    Dom.el("button", { class: `button ${names}`, type: "button", text, on: { click } });

  const message = (symbol, title, ...children) =>
    Dom.el("section", { class: "message" },
      Dom.el("div", { class: "message__symbol" }, Dom.icon(symbol)), heading(title), children);

  // ------------------------------------------------------------------------------------ overview

  const key = (name, index) => [index > 0 && " ", Dom.el("kbd", { text: name })];

  const keys = () =>
    Dom.el("dl", { class: "overview__keys" }, KEYS.map(([names, text]) =>
      Dom.el("div", {}, Dom.el("dt", {}, names.map(key)), Dom.el("dd", { text }))));

  const step = (title, text) =>
    Dom.el("li", {}, Dom.el("strong", { text: title }), Dom.el("span", { text }));

  const counted = (count) =>
    `${count.toLocaleString("en")} method${count === 1 ? "" : "s"} can be called here by XML-RPC.`;

  /** The page before a method is chosen. */
  const overview = ({ methods, source }) =>
    Dom.el("section", { class: "overview" },
      heading(`${location.host}${location.pathname}`, "overview__name"),
      Dom.el("p", { class: "lead", text: counted(methods.length) }),
      source === "introspection" && Dom.el("p", { class: "quiet", text: INTROSPECTED }),
      Dom.el("h2", { text: "How to use this page" }),
      Dom.el("ol", { class: "overview__steps" },
        step("Choose a method", "The list has them all, by prefix, with their help."),
        step("Try it", "Fill in the form and send it. The call is real: it is carried out."),
        step("Take it with you", "Below the form stands the same call for your program."),
        step("Collect calls", "Multicall sends many in one request. History keeps them all.")),
      Dom.el("h2", { text: "Keys" }),
      keys());

  // ----------------------------------------------------------------------------- without methods

  /** While the methods are loaded; as high as what comes. */
  const loading = () =>
    Dom.el("div", { class: "skeleton" },
      Dom.el("h1", { class: "visually-hidden", text: "Loading the methods" }),
      ["title", "lead", "line", "block", "line", "line"].map((name) =>
        Dom.el("div", { class: `bone bone--${name}` })));

  const empty = (onReload) =>
    message("empty", "This server has no methods",
      Dom.el("p", {
        text: "It answers, but it lists none. A method is there as soon as a handler is declared.",
      }),
      Dom.el("div", { class: "message__actions" },
        button("Load again", "button--primary", onReload)));

  const nameForm = (onOpen) => {
    const name = Dom.el("input", {
      class: "field code", id: "name-field", autocomplete: "off", spellcheck: "false",
      autocapitalize: "off", required: true,
    });
    const submit = (event) => {
      event.preventDefault();
      if (name.value.trim() !== "") {
        onOpen(name.value.trim());
      }
    };
    return Dom.el("form", { class: "name-form", novalidate: true, on: { submit } },
      Dom.el("label", { for: "name-field", text: "Name of the method" }),
      Dom.el("div", { class: "name-form__row" }, name,
        Dom.el("button", { class: "button button--primary", type: "submit", text: "Open" })));
  };

  /** For a server with the setting introspection = off. */
  const unlisted = (onOpen) =>
    message("off", "This server does not list its methods",
      Dom.el("p", {
        text: "Introspection is off. Who knows the name of a method can call it all the same.",
      }),
      nameForm(onOpen));

  const problem = ({ problem: text, status }, { onReload, onToken }) =>
    message("warning", FAILURES.get(status) ?? "The methods could not be loaded",
      Dom.el("p", { role: "alert", text }),
      Dom.el("div", { class: "message__actions" },
        button("Try again", "button--primary", onReload),
        [401, 403].includes(status) && button("Set a token", "", onToken)));

  const suggestions = (methods) =>
    methods.length > 0 && [
      Dom.el("p", { text: "Did you mean one of these?" }),
      Dom.el("ul", { class: "message__list" }, methods.map(({ name }) =>
        Dom.el("li", {}, Dom.el("a", {
          class: "code", href: `#${encodeURIComponent(name)}`, text: name,
        })))),
    ];

  /** For a name that is not in the list; a hidden method is not either, but can be called. */
  const unknown = (name, similar, onCall) =>
    message("lost", "There is no such method in the list",
      Dom.el("p", { class: "message__name code", text: name }),
      suggestions(similar),
      Dom.el("p", { class: "quiet", text: "A hidden method is not listed, but can be called." }),
      Dom.el("div", { class: "message__actions" }, button("Call it anyway", "", onCall)));

  /** A page with a heading and what another part of the page has made. */
  const titled = (title, text, element) =>
    Dom.el("section", { class: "titled" },
      heading(title), Dom.el("p", { class: "lead", text }), element);

  return Object.freeze({ overview, loading, empty, unlisted, problem, unknown, titled });
})();
