"use strict";

/** The dialog that asks for a bearer token. */
const TokenDialog = (() => {
  const byId = (id) => document.getElementById(id);

  /** Brings the dialog to life. `onChange` is called when there is another token, or none. */
  const bind = (onChange) => {
    const dialog = byId("token-dialog");
    const value = byId("token-value");

    const set = (token) => {
      Endpoint.setToken(token);
      byId("page-token-text").textContent = Endpoint.hasToken() ? "Token set" : "Token";
      byId("page-token").classList.toggle("is-set", Endpoint.hasToken());
      dialog.close();
      Dom.announce(Endpoint.hasToken() ? "The token is set" : "There is no token any more");
      onChange();
    };

    const open = () => {
      value.value = "";
      byId("token-remove").hidden = !Endpoint.hasToken();
      dialog.showModal();
      value.focus();
    };

    byId("token-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (value.value.trim() === "") {
        value.focus();
      } else {
        set(value.value);
      }
    });
    byId("token-cancel").addEventListener("click", () => dialog.close());
    byId("token-remove").addEventListener("click", () => set(""));
    byId("page-token").addEventListener("click", open);
    return Object.freeze({ open });
  };

  return Object.freeze({ bind });
})();
