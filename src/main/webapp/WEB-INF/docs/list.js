"use strict";

/** The list of all methods: groups by prefix, and in place of them the hits of a search. */
const MethodList = (() => {
  // So many rows are made while somebody types; the others when they are asked for.
  const FIRST_HITS = 100;
  // Screen readers are told when the typing has paused.
  const ANNOUNCE_MILLIS = 500;

  class List {
    #onOpen;
    #methods = [];
    #groups = [];
    #current = "";
    #stop = null;
    #timer = 0;

    #search = ListParts.search();
    #count = Dom.el("span", { class: "list__count", text: "Loading…" });
    #fold = Dom.el("button", {
      class: "list__fold", type: "button", hidden: true, on: { click: () => this.#foldAll() },
    });
    #tree = Dom.el("div", {}, ListParts.skeleton());
    #hits = Dom.el("ul", { class: "list__rows list__hits", hidden: true, aria: { label: "Hits" } });
    #nothing = Dom.el("p", { class: "list__nothing quiet", hidden: true });
    #more = Dom.el("button", {
      class: "button button--small list__more", type: "button", hidden: true,
      on: { click: () => this.#showMore() },
    });
    #scroll = Dom.el("div", { class: "list__scroll" },
      this.#tree, this.#hits, this.#nothing, this.#more);

    constructor(onOpen) {
      this.#onOpen = onOpen;
      this.#search.addEventListener("input", () => this.#onInput());
      this.element = Dom.el("div", {
        class: "list__inner",
        on: { keydown: (event) => this.#onKey(event), click: (event) => this.#onClick(event) },
      },
      Dom.el("div", { class: "list__head" },
        ListParts.searchBox(this.#search),
        Dom.el("div", { class: "list__bar" }, this.#count, this.#fold)),
      this.#scroll);
    }

    /** Shows these methods in place of those before; a search stays. */
    show(methods) {
      this.#methods = methods;
      this.#groups = Catalog.groups(methods).map((each) =>
        ListParts.group(each, () => this.#refold()));
      this.#tree.replaceChildren(...this.#groups.map(({ element }) => element));
      this.#update();
    }

    /** Marks a method as the one that is open, and brings it into view; "" for none. */
    select(name) {
      this.#current = name;
      if (name !== "") {
        this.#groups.find(({ prefix }) => prefix === Catalog.prefix(name))?.open(true);
      }
      this.#refold();
      this.#scroll.querySelector("a[aria-current]")?.scrollIntoView({ block: "nearest" });
    }

    focusSearch() {
      this.#search.focus();
      this.#search.select();
    }

    /** Focuses the row that was left last. */
    focusRow() {
      (this.#stop ?? this.#search).focus();
    }

    // -------------------------------------------------------------------------------------- rows

    get #isSearching() {
      return this.#search.value.trim() !== "";
    }

    #links() {
      return this.#isSearching
        ? [...this.#hits.querySelectorAll("a")]
        : this.#groups.flatMap((each) => each.links());
    }

    // All rows are one stop of the tab key; from there the arrow keys lead on.
    #stopAt(link) {
      this.#stop?.setAttribute("tabindex", "-1");
      this.#stop = link ?? null;
      this.#stop?.setAttribute("tabindex", "0");
    }

    #mark() {
      const links = this.#links();
      const current = ListParts.href(this.#current);
      const link = links.find((each) => each.getAttribute("href") === current);
      this.#scroll.querySelector("a[aria-current]")?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "page");
      this.#stopAt(link ?? (links.includes(this.#stop) ? this.#stop : links[0]));
    }

    #foldAll() {
      const isOpen = this.#links().length > 0;
      this.#groups.forEach((each) => each.open(!isOpen));
      this.#refold();
    }

    #refold() {
      this.#fold.hidden = this.#isSearching || this.#groups.length < 2;
      this.#fold.textContent = this.#links().length > 0 ? "Collapse all" : "Expand all";
      this.#mark();
    }

    // ------------------------------------------------------------------------------------ search

    #update() {
      this.#tree.hidden = this.#isSearching;
      this.#hits.hidden = !this.#isSearching;
      this.#more.hidden = true;
      this.#nothing.hidden = true;
      if (this.#isSearching) {
        this.#showHits(Catalog.search(this.#methods, this.#search.value));
      } else {
        this.#hits.replaceChildren();
        this.#count.textContent = ListParts.counted(this.#methods.length);
      }
      this.#refold();
      this.#scroll.scrollTop = 0;
    }

    #showHits(found) {
      const rows = found.slice(0, FIRST_HITS).map((each) => this.#hit(each));
      this.#hits.replaceChildren(...rows);
      this.#count.textContent =
        `${found.length.toLocaleString("en")} of ${ListParts.counted(this.#methods.length)}`;
      this.#more.hidden = found.length <= FIRST_HITS;
      this.#more.textContent = `Show all ${found.length.toLocaleString("en")} hits`;
      this.#nothing.hidden = found.length > 0;
      this.#nothing.textContent = `Nothing found for “${this.#search.value.trim()}”. ` +
        "The search looks at names and at help texts.";
    }

    #hit(method) {
      return ListParts.hit(method, this.#search.value);
    }

    #showMore() {
      const found = Catalog.search(this.#methods, this.#search.value).slice(FIRST_HITS);
      const rows = found.map((each) => this.#hit(each));
      this.#hits.append(...rows);
      this.#more.hidden = true;
      this.#stopAt(rows[0].firstChild);
      this.#stop.focus();
    }

    #onInput() {
      this.#update();
      const found = this.#count.textContent;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => Dom.announce(found), ANNOUNCE_MILLIS);
    }

    #clear() {
      this.#search.value = "";
      this.#onInput();
      this.#search.focus();
    }

    // -------------------------------------------------------------------------------------- keys

    #onKey(event) {
      const isInSearch = event.target === this.#search;
      const link = event.target.closest("a.list__row");
      if (event.key === "Escape" && this.#isSearching) {
        event.preventDefault();
        this.#clear();
      } else if (isInSearch && event.key === "Enter" && this.#isSearching) {
        this.#links()[0]?.click();
      } else if (isInSearch && event.key === "ArrowDown") {
        this.#move(event, -1);
      } else if (link) {
        this.#move(event, this.#links().indexOf(link));
      }
    }

    #move(event, from) {
      const links = this.#links();
      const targets = {
        ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: links.length - 1,
      };
      const to = targets[event.key];
      if (to === undefined) {
        return;
      }
      event.preventDefault();
      if (to < 0) {
        this.#search.focus();
      } else if (to < links.length) {
        this.#stopAt(links[to]);
        links[to].focus();
      }
    }

    // The link itself leads there, too, but not to a method that is open already.
    #onClick(event) {
      const link = event.target.closest("a.list__row");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.#onOpen(decodeURIComponent(link.getAttribute("href").slice(1)));
      }
    }
  }

  /** Makes the list. `onOpen(name)` is told of each method that is chosen in it. */
  const create = (onOpen) => new List(onOpen);

  return Object.freeze({ create });
})();
