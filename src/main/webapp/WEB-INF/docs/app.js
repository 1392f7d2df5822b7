"use strict";

// Puts the page together: what the address says is shown, as soon as the methods are there.
(() => {
  const byId = (id) => document.getElementById(id);
  const layout = byId("page-layout");
  const main = byId("page-main");
  const calledUnlisted = new Set();
  let catalog = null;
  let loads = 0;

  const endpointUrl = () => `${location.origin}${location.pathname}`;

  // ------------------------------------------------------------------------------------- address

  const decoded = (hash) => {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  };

  // A name that begins with a slash has it encoded.
  const route = () => {
    const hash = location.hash.slice(1);
    return hash === "/multicall" || hash === "/history"
      ? { view: hash.slice(1) }
      : { view: hash === "" ? "overview" : "method", name: decoded(hash) };
  };

  const open = (name) => {
    const hash = `#${encodeURIComponent(name)}`;
    if (location.hash === hash) {
      render();
      focusHeading();
    } else {
      location.hash = hash;
    }
  };

  // --------------------------------------------------------------------------------------- views

  const methodView = (name) => {
    const method = catalog.methods.find((each) => each.name === name);
    if (method) {
      return catalog.source === "describe"
        ? MethodPage.described(method)
        : MethodPage.introspected(method);
    } else if (catalog.source === "none" || calledUnlisted.has(name)) {
      return MethodPage.unlisted(name);
    }
    return Views.unknown(name, Catalog.similar(catalog.methods, name), () => {
      calledUnlisted.add(name);
      open(name);
    });
  };

  const overview = () => {
    if (catalog.source === "none") {
      return Views.unlisted(open);
    }
    return catalog.methods.length === 0 ? Views.empty(load) : Views.overview(catalog);
  };

  const view = ({ view: kind, name }) => {
    if (kind === "multicall") {
      return Views.titled("Multicall", "Calls that are sent in one request.", Batch.element);
    } else if (kind === "history") {
      return Views.titled("History", "The calls of this tab, the latest first.", History.element);
    } else if (catalog === null) {
      return Views.loading();
    } else if (catalog.problem !== undefined) {
      return Views.problem(catalog, { onReload: load, onToken: dialog.open });
    }
    return kind === "overview" ? overview() : methodView(name);
  };

  const title = ({ view: kind, name }) => {
    const titles = { multicall: "Multicall", history: "History", method: name };
    return `${titles[kind] ?? location.host + location.pathname} · Farcall`;
  };

  const backLink = () =>
    Dom.el("a", { class: "back", href: "#" }, Dom.icon("back"),
      catalog?.source === "none" ? "Another method" : "All methods");

  const hasList = () =>
    catalog === null || (catalog.problem === undefined && catalog.methods.length > 0);

  // Where the methods could not be loaded there is nothing to go back to.
  const hasWayBack = ({ view: kind }) =>
    kind !== "overview" && !(kind === "method" && catalog?.problem !== undefined);

  const render = () => {
    const now = route();
    layout.dataset.list = hasList() ? "shown" : "none";
    layout.dataset.view = now.view === "overview" ? "list" : "detail";
    main.setAttribute("aria-busy", String(catalog === null));
    document.title = title(now);
    main.replaceChildren(...(hasWayBack(now) ? [backLink()] : []), view(now));
    window.scrollTo(0, 0);
    list.select(now.view === "method" ? now.name : "");
    for (const each of ["multicall", "history"]) {
      byId(`page-${each}`).setAttribute("aria-current", now.view === each ? "page" : "false");
    }
  };

  const focusHeading = () => main.querySelector("h1")?.focus({ preventScroll: true });

  // The same width as in page.css.
  const isListAlone = () => matchMedia("(max-width: 48rem)").matches;

  // On a small screen the list is a view of its own, and the way back leads to where it was left.
  const onRoute = () => {
    const last = document.activeElement;
    render();
    if (isListAlone() && route().view === "overview" && hasList()) {
      list.focusRow();
    } else if (last !== byId("list-search") || route().view !== "overview") {
      focusHeading();
    }
  };

  // ------------------------------------------------------------------------------------- loading

  // The button that asked for it is gone.
  const keepFocus = () => {
    if (loads > 1 && document.activeElement === document.body) {
      focusHeading();
    }
  };

  const load = async () => {
    loads += 1;
    const mine = loads;
    if (catalog?.problem !== undefined) {
      catalog = null;
      render();
    }
    const loaded = await Catalog.load();
    // An answer to an earlier question, from before a token was set perhaps, is worth nothing.
    if (mine === loads) {
      catalog = loaded;
      list.show(loaded.methods ?? []);
      render();
      keepFocus();
    }
  };

  // -------------------------------------------------------------------------------------- header

  const onKey = (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable], dialog");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isListSeen = byId("page-list").getClientRects().length > 0;
    if (event.key === "/" && isPlain && !isTyping && isListSeen) {
      event.preventDefault();
      list.focusSearch();
    }
  };

  const showBatchSize = () => {
    byId("page-multicall-size").textContent = `(${Batch.size()})`;
  };

  const list = MethodList.create(open);
  const dialog = TokenDialog.bind(load);
  byId("page-list").append(list.element);
  byId("page-endpoint").textContent = endpointUrl();
  byId("page-endpoint").title = endpointUrl();
  Dom.copies(byId("page-copy-endpoint"), endpointUrl);
  Theme.bind(byId("page-theme"));
  // The fragment is the method's, so that the link cannot lead there.
  byId("page-skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  Batch.onChange(showBatchSize);
  showBatchSize();
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", onRoute);
  render();
  load();
})();
