"use strict";

/** Light, dark, or what the system asks for; forgotten when the page is closed. */
const Theme = (() => {
  const NAMES = ["system", "light", "dark"];

  /** Makes of a button the one that goes from one to the next. */
  const bind = (button) => {
    let index = 0;
    const show = () => {
      const name = NAMES[index];
      const next = NAMES[(index + 1) % NAMES.length];
      button.querySelector("use").setAttribute("href", `#icon-${name}`);
      button.setAttribute("aria-label", `Theme: ${name}. Change to ${next}`);
      button.title = `Theme: ${name}`;
      if (name === "system") {
        delete document.documentElement.dataset.theme;
      } else {
        document.documentElement.dataset.theme = name;
      }
    };
    button.addEventListener("click", () => {
      index = (index + 1) % NAMES.length;
      show();
    });
    show();
  };

  return Object.freeze({ bind });
})();
