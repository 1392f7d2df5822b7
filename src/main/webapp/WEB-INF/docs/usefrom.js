"use strict";

/** The call that is in the form, as a program in the reader's language. */
const UseFrom = (() => {
  const MISTAKES = "Some values in the form are not valid yet. Correct them to see the program.";

  // The reader has one language, whatever the method. Panels kept for later follow it, too.
  let chosen = Snippets.all[0].id;
  const widgets = new Set();
  let count = 0;

  const follow = () => {
    for (const reference of widgets) {
      const widget = reference.deref();
      if (widget) {
        widget.render();
      } else {
        widgets.delete(reference);
      }
    }
  };

  const choose = (id) => {
    chosen = id;
    follow();
  };

  const neighbour = (key, at) => {
    const last = Snippets.all.length - 1;
    switch (key) {
      case "ArrowRight": return at === last ? 0 : at + 1;
      case "ArrowLeft": return at === 0 ? last : at - 1;
      case "Home": return 0;
      case "End": return last;
      default: return -1;
    }
  };

  const program = (call) => {
    if (call.params === null) {
      return { problem: MISTAKES };
    }
    const url = location.origin + location.pathname;
    try {
      return { text: Snippets.of(chosen, { ...call, url, token: Endpoint.hasToken() }) };
    } catch (error) {
      if (!(error instanceof Snippets.Problem)) {
        throw error;
      }
      return { problem: error.message };
    }
  };

  class Widget {
    constructor() {
      count += 1;
      this.call = null;
      this.text = "";
      this.tabs = Snippets.all.map((language) => this.tab(language));
      this.message = Dom.el("p", { class: "usefrom__message quiet" });
      this.code = Dom.el("pre", {
        class: "usefrom__code codeblock", role: "group", tabindex: "0",
      });
      this.copy = Dom.copyButton("Copy the program", () => this.text);
      this.copy.classList.add("usefrom__copy");
      this.element = this.section();
    }

    tab({ id, title }) {
      return Dom.el("button", {
        class: "usefrom__tab", text: title, type: "button", role: "tab",
        id: `usefrom-${count}-${id}`, aria: { controls: `usefrom-${count}` },
        on: { click: () => choose(id) },
      });
    }

    section() {
      const title = `usefrom-${count}-title`;
      this.panel = Dom.el("div", {
        class: "usefrom__panel", role: "tabpanel", id: `usefrom-${count}`,
      }, this.message, this.code, this.copy);
      return Dom.el("section", { class: "usefrom", aria: { labelledby: title } },
        Dom.el("h2", { text: "Use from your code", id: title }),
        Dom.el("div", {
          class: "usefrom__tabs", role: "tablist", aria: { labelledby: title },
          on: { keydown: (event) => this.move(event) },
        }, ...this.tabs),
        this.panel);
    }

    move(event) {
      const next = neighbour(event.key, this.tabs.indexOf(event.target));
      if (next >= 0 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        choose(Snippets.all[next].id);
        this.tabs[next].focus();
      }
    }

    show(call) {
      this.call = call;
      this.render();
    }

    render() {
      this.mark();
      if (this.call) {
        this.fill(program(this.call));
      }
    }

    mark() {
      Snippets.all.forEach(({ id, title }, index) => {
        const isChosen = id === chosen;
        this.tabs[index].setAttribute("aria-selected", String(isChosen));
        this.tabs[index].tabIndex = isChosen ? 0 : -1;
        if (isChosen) {
          this.panel.setAttribute("aria-labelledby", this.tabs[index].id);
          this.code.setAttribute("aria-label", `Program: ${title}`);
        }
      });
    }

    fill({ text, problem }) {
      const hasText = text !== undefined;
      this.text = text ?? "";
      this.code.hidden = !hasText;
      this.copy.hidden = !hasText;
      this.message.hidden = hasText;
      this.message.textContent = problem ?? "";
      this.code.replaceChildren(...(hasText ? Colouring.of(chosen, text) : []));
    }
  }

  /** A place for programs: its element, and `show({method, params})`, params null for mistakes. */
  const widget = () => {
    const made = new Widget();
    widgets.add(new WeakRef(made));
    made.mark();
    return Object.freeze({ element: made.element, show: (call) => made.show(call) });
  };

  return Object.freeze({ widget });
})();
