"use strict";

/** What came of a call: its result, its fault, or why there is neither. */
const Verdict = (() => {
  const kind = (outcome) => {
    if (outcome.value) {
      return "result";
    }
    return outcome.fault ? "fault" : "problem";
  };

  const BADGES = Object.freeze({
    result: "badge--good", fault: "badge--bad", problem: "badge--warn",
  });

  const title = (outcome) => {
    if (outcome.value) {
      return "Success";
    }
    return outcome.fault ? `Fault ${outcome.fault.code}` : "No result";
  };

  const badge = (outcome) =>
    Dom.el("span", { class: `badge ${BADGES[kind(outcome)]}`, text: title(outcome) });

  /** A time for people: "4.2 ms", "120 ms", "3.1 s". */
  const time = (millis) => {
    if (millis >= 1000) {
      return `${(millis / 1000).toFixed(1)} s`;
    }
    return `${millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;
  };

  const notice = (className, heading, text) =>
    Dom.el("div", { class: `notice ${className}` },
      Dom.el("p", { class: "notice__title", text: heading }),
      Dom.el("p", { class: "notice__text", text }));

  const KNOWN = ["faultCode", "faultString"];

  /** Members of a fault beyond those two that every fault has. */
  const more = ({ value }) => {
    const others = value.members.filter(({ name }) => !KNOWN.includes(name));
    return others.length > 0 ? [Tree.of({ type: "struct", members: others })] : [];
  };

  const fault = (outcome) =>
    Dom.el("div", {},
      notice("notice--fault", title(outcome), outcome.fault.text || "without a text"),
      outcome.hint && Dom.el("p", { class: "notice__hint", text: outcome.hint }),
      ...more(outcome.fault));

  const of = (outcome) => {
    if (outcome.value) {
      return Tree.of(outcome.value);
    }
    return outcome.fault
      ? fault(outcome)
      : notice("notice--problem", "No result", outcome.problem);
  };

  return Object.freeze({ kind, title, badge, time, of });
})();
