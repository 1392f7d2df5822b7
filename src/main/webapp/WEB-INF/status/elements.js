"use strict";

/** Makes elements; text becomes text nodes, never markup. */
const Elements = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  const html = (tag, attributes, ...children) =>
    fill(document.createElement(tag), attributes, children);

  const svg = (tag, attributes, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  /** Writes only what is new, so that nothing is laid out again for nothing. */
  const setText = (element, text) => {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  };

  return Object.freeze({ html, svg, setText });
})();
