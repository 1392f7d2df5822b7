"use strict";

/** The panel in which a method is called. */
const TryIt = (() => {
  const MULTICALL = "#/multicall";

  // A method that is shown again still has what was typed and what came of it.
  const panels = new Map();
  const KEPT = 30;
  let shown = null;
  let opened = null;

  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const SHORTCUT = isMac ? "⌘ ↵" : "Ctrl ↵";

  const button = (className, text) =>
    Dom.el("button", { class: `button ${className}`, text, type: "button" });

  const sendButton = () => {
    const send = button("button--primary", "Send");
    send.setAttribute("aria-keyshortcuts", isMac ? "Meta+Enter" : "Control+Enter");
    send.append(Dom.el("kbd", { class: "shortcut", text: SHORTCUT, aria: { hidden: true } }));
    return send;
  };

  const repeatNote = (method) =>
    !method.idempotent && Dom.el("span", {
      class: "quiet actions__note", text: "Each call may change something on the server.",
    });

  class Panel {
    constructor(method) {
      this.method = method;
      this.send = sendButton();
      this.collect = button("", "Add to multicall");
      this.reset = button("button--quiet", "Reset");
      this.said = Dom.el("span", { class: "quiet actions__said", role: "status" });
      this.place = Dom.el("div", {});
      this.view = CallView.create({
        placeholder: "The result will be shown here.",
        content: Verdict.of,
        send: this.send,
      });
      this.useFrom = UseFrom.widget();
      this.element = Dom.el("section", { class: "tryit", attrs: { "aria-label": "Try it" } },
        this.place,
        Dom.el("div", { class: "actions" }, this.send, this.collect, this.reset,
          repeatNote(method), this.said),
        this.view.element,
        this.useFrom.element);
      this.listen();
      this.begin();
    }

    listen() {
      this.send.addEventListener("click", () => this.call());
      this.collect.addEventListener("click", () => this.add());
      this.reset.addEventListener("click", () => this.begin());
      this.element.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat) {
          event.preventDefault();
          this.call();
        }
      });
    }

    /** Begins with a form in which nothing was typed. */
    begin() {
      this.form = Form.create(this.method.name, this.method.signatures);
      this.form.onChange(() => this.changed());
      this.place.replaceChildren(this.form.element);
      this.changed();
    }

    changed() {
      this.said.textContent = "";
      this.useFrom.show({ method: this.method.name, params: this.form.peek() });
    }

    fill(params) {
      this.form.fill(params);
    }

    call() {
      const params = this.view.isRunning() ? null : this.form.read();
      if (params) {
        this.view.run(this.method.name, params);
      }
    }

    add() {
      const params = this.form.read();
      if (params) {
        Batch.add(this.method.name, params);
        this.said.replaceChildren("Added to the ", Dom.el("a", {
          text: `multicall of ${History.counted(Batch.size())}`, attrs: { href: MULTICALL },
        }));
      }
    }
  }

  History.onOpen(({ method, params }) => {
    if (params !== null && shown?.method.name === method && shown.element.isConnected) {
      shown.fill(params);
    } else {
      opened = { method, params };
    }
  });

  const fillOpened = (panel) => {
    if (opened?.params && opened.method === panel.method.name) {
      panel.fill(opened.params);
    }
    opened = null;
  };

  /** The panel of a method, filled with the call that was opened from the history, if any. */
  const panel = (method) => {
    // The description is part of the key: with another token the method may look different.
    const key = JSON.stringify([method.name, method.idempotent, method.signatures]);
    shown = panels.get(key) ?? new Panel(method);
    panels.delete(key);
    panels.set(key, shown);
    if (panels.size > KEPT) {
      panels.delete(panels.keys().next().value);
    }
    fillOpened(shown);
    return shown.element;
  };

  return Object.freeze({ panel });
})();
