"use strict";

/** Calls that are collected, and sent as one by system.multicall. */
const Batch = (() => {
  const string = (text) => ({ type: "string", text });

  const listeners = [];
  // The calls by the parameters that they were sent as: those collected may change meanwhile.
  const sent = new WeakMap();
  let calls = [];

  // ------------------------------------------------------------------------------- answers

  const asStruct = ({ method, params }) => ({
    type: "struct",
    members: [
      { name: "methodName", value: string(method) },
      { name: "params", value: { type: "array", items: params } },
    ],
  });

  const faultOf = (node) => {
    const textOf = (name) => node.members.find((member) => member.name === name)?.value.text;
    const code = textOf("faultCode") ?? "?";
    return { fault: { code, text: textOf("faultString") ?? "", value: node } };
  };

  /** What came of one call: an array of one value, or a struct that is a fault. */
  const partOf = (node) => {
    if (node?.type === "array" && node.items.length === 1) {
      return { value: node.items[0] };
    }
    return node?.type === "struct"
      ? faultOf(node)
      : { problem: "The server has no answer to this call among its answers." };
  };

  const callText = (call) => [
    Dom.el("code", { class: "calls__method", text: call.method }),
    Dom.el("code", { class: "calls__params", text: `(${call.line})` }),
  ];

  const answer = (call, index, part) =>
    Dom.el("li", { class: "answers__one" },
      Dom.el("span", { class: "row__index", text: String(index + 1) }),
      Dom.el("div", { class: "calls__call" }, ...callText(call)),
      Dom.el("div", { class: "answers__verdict" }, Verdict.of(part)));

  const several = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

  const summary = (parts) => {
    const faults = parts.filter((part) => !part.value).length;
    const good = several(parts.length - faults, "result");
    return Dom.el("p", {
      class: "answers-summary", text: faults === 0 ? good : `${good}, ${several(faults, "fault")}`,
    });
  };

  const answers = (outcome) => {
    if (!outcome.value) {
      return Verdict.of(outcome);
    }
    const asked = sent.get(outcome.params);
    const parts = asked.map((call, index) => partOf(outcome.value.items?.[index]));
    return Dom.el("div", {}, summary(parts),
      Dom.el("ol", { class: "answers", role: "list" },
        ...parts.map((part, index) => answer(asked[index], index, part))));
  };

  // ------------------------------------------------------------------------------- the view

  const button = (className, text, onClick) =>
    Dom.el("button", {
      class: `button ${className}`, text, type: "button", on: { click: onClick },
    });

  const send = button("button--primary", "Send as one", () => {
    if (!view.isRunning()) {
      const params = [{ type: "array", items: calls.map(asStruct) }];
      sent.set(params, calls);
      view.run("system.multicall", params);
    }
  });
  const view = CallView.create({
    placeholder: "The results will be shown here, each with its call.",
    content: answers,
    send,
  });

  const list = Dom.el("ol", { class: "calls", role: "list" });
  const empty = Dom.el("p", {
    class: "calls__empty",
    tabindex: "-1",
    text: "Nothing is collected. Fill in the form of a method, and press “Add to multicall”. " +
      "All calls then travel in one request.",
  });
  const clear = button("button--small", "Clear", () => {
    changeTo([]);
    empty.focus();
  });
  const count = Dom.el("p", { class: "quiet", role: "status" });
  const element = Dom.el("section", { class: "batch" },
    Dom.el("div", { class: "section-head" }, count, clear),
    empty, list, Dom.el("div", { class: "actions" }, send), view.element);

  const swapped = (at) => calls.map((call, index) => {
    const other = { [at]: at + 1, [at + 1]: at }[index];
    return other === undefined ? call : calls[other];
  });

  /** Focuses a button of a row, or what is next to it when it is gone or has nothing to do. */
  const focus = (at, name) => {
    const row = list.children[Math.min(at, list.children.length - 1)];
    const wanted = row?.querySelector(`[data-tool="${name}"]:not(:disabled)`);
    (wanted ?? row?.querySelector("button:not(:disabled)") ?? empty).focus();
  };

  const tool = (name, glyph, label, onClick) =>
    Dom.el("button", {
      class: "row__tool",
      attrs: { type: "button", "aria-label": label, title: label, "data-tool": name },
      on: { click: onClick },
    }, Dom.el("span", { text: glyph, aria: { hidden: true } }));

  const tools = (call, at) => {
    const name = `call ${at + 1}, ${call.method}`;
    const up = tool("up", "↑", `Move ${name} up`, () => {
      changeTo(swapped(at - 1));
      focus(at - 1, "up");
    });
    const down = tool("down", "↓", `Move ${name} down`, () => {
      changeTo(swapped(at));
      focus(at + 1, "down");
    });
    const remove = tool("remove", "✕", `Remove ${name}`, () => {
      changeTo(calls.filter((each, index) => index !== at));
      focus(at, "remove");
    });
    up.disabled = at === 0;
    down.disabled = at === calls.length - 1;
    return Dom.el("div", { class: "row__tools" }, up, down, remove);
  };

  const item = (call, at) =>
    Dom.el("li", { class: "calls__item calls__item--row" },
      Dom.el("span", { class: "row__index", text: String(at + 1) }),
      Dom.el("div", { class: "calls__call" }, ...callText(call)),
      tools(call, at));

  const changeTo = (next) => {
    calls = next;
    list.replaceChildren(...calls.map(item));
    const isEmpty = calls.length === 0;
    count.textContent = isEmpty ? "" : History.counted(calls.length);
    empty.hidden = !isEmpty;
    clear.hidden = isEmpty;
    send.disabled = isEmpty;
    listeners.forEach((listener) => listener());
  };

  changeTo([]);

  /** Collects a call. */
  const add = (method, params) =>
    changeTo([...calls, Object.freeze({ method, params, line: History.line(params) })]);

  return Object.freeze({
    element,
    add,
    size: () => calls.length,
    onChange: (listener) => listeners.push(listener),
  });
})();
