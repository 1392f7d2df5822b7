"use strict";

/** A choice of a few, all of which are seen: a group of radio buttons in one frame. */
const Segments = (() => {
  let groups = 0;

  const segment = (group, { value, text }, onChoose) => {
    const input = Dom.el("input", {
      class: "segments__input",
      attrs: { type: "radio", name: group, value },
      on: { change: () => onChoose(value) },
    });
    const label = Dom.el("label", { class: "segments__one" }, input,
      Dom.el("span", { class: "segments__text", text }));
    return { value, input, label };
  };

  /**
   * @param label what is chosen, for screen readers
   * @param options `[{value, text}]`, the first is chosen
   * @param onChoose told the value when a person chooses
   */
  const create = ({ label, options, onChoose }) => {
    groups += 1;
    const group = `segments-${groups}`;
    const segments = options.map((option) => segment(group, option, onChoose));
    const element = Dom.el("fieldset", { class: "segments" },
      Dom.el("legend", { class: "visually-hidden", text: label }),
      ...segments.map((each) => each.label));
    const choose = (value) => {
      segments.find((each) => each.value === value).input.checked = true;
    };
    choose(options[0].value);
    return {
      element,
      choose,
      value: () => segments.find((each) => each.input.checked).value,
    };
  };

  return Object.freeze({ create });
})();
