"use strict";

/** The methods, one a row, in the order of the column that was chosen. */
const MethodTable = (() => {
  const { html, setText } = Elements;

  // Numbers begin with the largest, since that is what an operator looks for.
  const COLUMNS = [
    { title: "Method", of: (row) => row.name, format: String },
    { title: "Calls", of: (row) => row.calls, format: Format.count },
    { title: "Calls/s", of: (row) => row.rate, format: Format.rate },
    { title: "Faults", of: (row) => row.faults, format: Format.count, isBad: true },
    { title: "p50", of: (row) => row.p50, format: Format.time },
    { title: "p90", of: (row) => row.p90, format: Format.time },
    { title: "p99", of: (row) => row.p99, format: Format.time },
    { title: "Max", of: (row) => row.max, format: Format.time },
    { title: "In flight", of: (row) => row.inFlight, format: Format.count },
  ];

  const compare = (a, b) => {
    if (typeof a === "string") {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    return (a ?? -1) - (b ?? -1);
  };

  const rowOf = (row, hasServlets) => {
    const name = html("th", { scope: "row" }, html("code", { title: row.name }, row.name));
    if (hasServlets) {
      name.append(html("span", { class: "table__servlet" }, row.servlet));
    }
    return html("tr", {}, name, ...COLUMNS.slice(1).map(() => html("td", {})));
  };

  const update = (element, row) => {
    COLUMNS.slice(1).forEach((column, i) => {
      const cell = element.children[i + 1];
      const value = column.of(row);
      setText(cell, column.format(value));
      cell.classList.toggle("table__none", value === null || value === 0);
      cell.classList.toggle("table__bad", column.isBad === true && value > 0);
    });
  };

  const servletsOf = (rows) => new Set(rows.map((row) => row.servlet)).size;

  const matches = (row, { text, withIdle }) =>
    row.name.toLowerCase().includes(text) &&
    (withIdle || text !== "" || row.calls > 0 || row.inFlight > 0);

  const create = () => {
    const elements = new Map();
    const body = html("tbody", {});
    const empty = html("p", { class: "table__empty" }, "Loading");
    let rows = [];
    let order = { column: 1, isDescending: true };
    let filter = { text: "", withIdle: false };

    const headers = COLUMNS.map(({ title }, i) => {
      const arrow = html("span", { class: "sort__arrow", "aria-hidden": "true" });
      // On the side where the column is not aligned, so that titles stand above their values.
      const button = html("button", { class: "sort", type: "button" });
      button.append(...(i === 0 ? [title, arrow] : [arrow, title]));
      button.addEventListener("click", () => sortBy(i));
      return { cell: html("th", { scope: "col" }, button), arrow };
    });
    const head = html("tr", {}, ...headers.map(({ cell }) => cell));
    const table = html("table", { class: "table" }, html("thead", {}, head), body);

    const sortBy = (column) => {
      const isSame = order.column === column;
      order = { column, isDescending: isSame ? !order.isDescending : column > 0 };
      draw();
    };

    const showOrder = () => {
      headers.forEach(({ cell, arrow }, i) => {
        const isChosen = i === order.column;
        setText(arrow, isChosen ? (order.isDescending ? "\u2193" : "\u2191") : "");
        if (isChosen) {
          cell.setAttribute("aria-sort", order.isDescending ? "descending" : "ascending");
        } else {
          cell.removeAttribute("aria-sort");
        }
      });
    };

    const sorted = () => {
      const { of } = COLUMNS[order.column];
      const sign = order.isDescending ? -1 : 1;
      return rows
        .filter((row) => matches(row, filter))
        .sort((a, b) => sign * compare(of(a), of(b)) || compare(a.name, b.name));
    };

    const elementOf = (row, hasServlets) => {
      const key = `${row.servlet} ${row.name}`;
      if (!elements.has(key)) {
        elements.set(key, rowOf(row, hasServlets));
      }
      return elements.get(key);
    };

    const explain = () =>
      rows.length === 0
        ? "No servlet is running."
        : filter.text === ""
          ? "No call yet."
          : "No method has that in its name.";

    const draw = () => {
      showOrder();
      const hasServlets = servletsOf(rows) > 1;
      const wanted = sorted().map((row) => {
        const element = elementOf(row, hasServlets);
        update(element, row);
        return element;
      });
      // Rows that stay where they are keep the reader's selection.
      if (wanted.length !== body.children.length || wanted.some((e, i) => e !== body.children[i])) {
        body.replaceChildren(...wanted);
      }
      setText(empty, explain());
      empty.hidden = wanted.length > 0;
    };

    showOrder();
    return Object.freeze({
      element: html("div", {}, table, empty),
      show: (next) => {
        if (servletsOf(next) !== servletsOf(rows)) {
          elements.clear();
        }
        rows = next;
        draw();
      },
      filter: (next) => {
        filter = next;
        draw();
      },
    });
  };

  return Object.freeze({ create });
})();
