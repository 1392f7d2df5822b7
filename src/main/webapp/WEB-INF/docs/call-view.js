"use strict";

/** Makes calls, and shows how one is going and what came of it. */
const CallView = (() => {
  // Most calls are over before this. It would flicker to say that they are running.
  const QUIET_MILLIS = 150;
  const TICK_MILLIS = 100;

  const CANCELLED = "You have cancelled the call. The server may have run it nevertheless.";

  const cancelled = (method, params, millis) => Object.freeze({
    method, params, requestXml: "", responseXml: "", status: 0, millis, bytes: 0,
    problem: CANCELLED,
  });

  const documentPanel = (name, text) => () =>
    text === ""
      ? Dom.el("p", { class: "quiet", text: `There is no ${name}.` })
      : Dom.el("div", { class: "document" },
        Dom.el("div", { class: "document__tools" }, Dom.copyButton(`Copy the ${name}`, () => text)),
        Markup.of(text, name));

  /** A text as it is, all else as JSON. */
  const copied = (value) => (value.type === "string" ? value.text : Json.format(value));

  const first = (outcome, content) => () =>
    outcome.value
      ? Dom.el("div", { class: "document" },
        Dom.el("div", { class: "document__tools" },
          Dom.copyButton("Copy the result", () => copied(outcome.value))),
        content(outcome))
      : content(outcome);

  const facts = (outcome) => {
    const status = outcome.status !== 0 && outcome.status !== 200 ? [`HTTP ${outcome.status}`] : [];
    const size = outcome.bytes > 0 ? [Bytes.size(outcome.bytes)] : [];
    return [Verdict.time(outcome.millis), ...size, ...status].join(" · ");
  };

  class View {
    constructor({ placeholder, content, send }) {
      Object.assign(this, { content, send, running: null, tab: null });
      this.head = Dom.el("p", { class: "call-view__head", role: "status" });
      this.elapsed = Dom.el("span", { class: "call-view__elapsed" });
      this.elapsed.hidden = true;
      this.cancel = Dom.el("button", {
        class: "button button--small", text: "Cancel", type: "button",
        on: { click: () => this.running?.abort() },
      });
      this.cancel.hidden = true;
      this.body = Dom.el("div", { class: "call-view__body" },
        Dom.el("p", { class: "call-view__empty", text: placeholder }));
      this.bar = Dom.el("div", { class: "call-view__bar" }, this.head, this.elapsed, this.cancel);
      this.element = Dom.el("section", {
        class: "call-view card", aria: { label: "Result", busy: false },
      }, this.bar, this.body);
    }

    isRunning() {
      return this.running !== null;
    }

    /** Calls, shows and records. Does nothing while another call runs. */
    async run(method, params) {
      if (this.running) {
        return;
      }
      this.running = new AbortController();
      this.bar.scrollIntoView({ block: "nearest" });
      const start = performance.now();
      const stop = this.tick(start);
      let outcome;
      try {
        outcome = await this.outcome(method, params, start);
      } finally {
        stop();
        this.running = null;
      }
      this.finish(outcome);
    }

    async outcome(method, params, start) {
      try {
        return await Endpoint.call(method, params, { signal: this.running.signal });
      } catch (error) {
        if (error.name !== "AbortError") {
          throw error;
        }
        return cancelled(method, params, performance.now() - start);
      }
    }

    /** Says that it is running, and for how long, until the function that it gives is called. */
    tick(start) {
      this.element.setAttribute("aria-busy", "true");
      // Not disabled: the focus would be lost.
      this.send.setAttribute("aria-disabled", "true");
      const show = () => {
        this.elapsed.textContent = `Calling… ${Verdict.time(performance.now() - start)}`;
      };
      let timer = setTimeout(() => {
        show();
        this.showRunning(true);
        timer = setInterval(show, TICK_MILLIS);
      }, QUIET_MILLIS);
      return () => {
        clearInterval(timer);
        if (this.cancel === document.activeElement) {
          this.send.focus();
        }
        this.showRunning(false);
        this.element.setAttribute("aria-busy", "false");
        this.send.removeAttribute("aria-disabled");
      };
    }

    showRunning(isRunning) {
      this.elapsed.hidden = !isRunning;
      this.cancel.hidden = !isRunning;
      this.head.hidden = isRunning;
      this.element.classList.toggle("call-view--running", isRunning);
    }

    finish(outcome) {
      History.add(outcome);
      this.head.replaceChildren(Verdict.badge(outcome), " ",
        Dom.el("span", { class: "quiet", text: facts(outcome) }), " ",
        Dom.el("span", {
          class: "visually-hidden", text: outcome.fault?.text ?? outcome.problem,
        }));
      const hadFocus = this.body.contains(document.activeElement);
      this.body.replaceChildren(Tabs.create({
        label: "The call",
        first: outcome.value ? this.tab : "Result",
        onSelect: (title) => {
          this.tab = title;
        },
        tabs: [
          { title: "Result", panel: first(outcome, this.content) },
          { title: "Request XML", panel: documentPanel("request", outcome.requestXml) },
          { title: "Response XML", panel: documentPanel("response", outcome.responseXml) },
        ],
      }));
      if (hadFocus) {
        this.body.querySelector('[aria-selected="true"]').focus();
      }
    }
  }

  /**
   * @param placeholder what is shown before the first call
   * @param content makes what is shown of an outcome
   * @param send the button that starts calls
   */
  const create = (options) => new View(options);

  return Object.freeze({ create });
})();
