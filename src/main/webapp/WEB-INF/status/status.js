"use strict";

/** Asks the server every two seconds while somebody looks, and shows what it tells. */
(() => {
  const { html, setText } = Elements;
  const PERIOD_MILLIS = 2000;
  const PATIENCE_MILLIS = 10000;
  const byId = (id) => document.getElementById(id);

  const history = History.create();
  const table = MethodTable.create();

  const PLOTS = [
    Plot.create({
      title: "Calls per second",
      lines: [
        { name: "calls", style: "first", of: (point) => point.calls },
        { name: "faults", style: "bad", of: (point) => point.faults },
      ],
      format: Format.rate,
      scaleOf: Scale.linear(1),
    }),
    Plot.create({
      title: "Time of a call",
      lines: [
        { name: "p50", style: "first", of: (point) => point.p50 },
        { name: "p99", style: "second", of: (point) => point.p99 },
      ],
      format: Format.time,
      // From 0.1 ms to 10 ms, and further where needed.
      scaleOf: Scale.logarithmic(-4, -2),
    }),
    Plot.create({
      title: "In flight",
      lines: [{ name: "calls", style: "first", of: (point) => point.inFlight }],
      format: Format.rate,
      scaleOf: Scale.linear(2),
    }),
  ];

  const tile = (name, isText) => {
    const value = html(
      "dd",
      { class: isText ? "tile__value tile__value--text" : "tile__value" },
      Format.NONE,
    );
    const term = html("dt", { class: "tile__name" }, name);
    byId("tiles").append(html("div", { class: "tile" }, term, value));
    return value;
  };

  const TILES = {
    calls: tile("Calls per second"),
    faults: tile("Faults per second"),
    inFlight: tile("In flight"),
    total: tile("Calls since start"),
    uptime: tile("Uptime"),
    version: tile("Version", true),
  };

  const badge = (text, kind) => html("span", { class: `badge badge--${kind}` }, text);

  const STATES = { starting: "warn", ready: "good", draining: "warn", stopped: "bad" };

  const stateBadges = (status) => {
    if (status.servlets.length === 1 || status.ready) {
      const { state } = status.servlets[0];
      return [status.ready ? badge("Ready", "good") : badge(`Not ready: ${state}`, "bad")];
    }
    return status.servlets.map(({ name, state }) =>
      badge(`${name}: ${state}`, STATES[state] ?? "warn"),
    );
  };

  let stateText = "";
  const showState = (badges) => {
    const text = badges.map((each) => each.textContent).join(", ");
    // Read aloud when it changes, and not every two seconds.
    if (text !== stateText) {
      stateText = text;
      byId("state").replaceChildren(...badges);
    }
  };

  const rows = (status) =>
    status.servlets.flatMap((servlet) =>
      servlet.methods.map((method) => ({
        ...method,
        servlet: servlet.name,
        rate: history.rate(`${servlet.name} ${method.name}`),
      })),
    );

  const showTiles = (status, methods) => {
    const now = history.last();
    setText(TILES.calls, Format.rate(now.calls));
    setText(TILES.faults, Format.rate(now.faults));
    TILES.faults.classList.toggle("tile__value--bad", now.faults > 0);
    setText(TILES.inFlight, Format.count(now.inFlight));
    setText(TILES.total, Format.count(methods.reduce((sum, method) => sum + method.calls, 0)));
    setText(TILES.uptime, Format.duration(status.uptimeSeconds));
    setText(TILES.version, status.version);
    TILES.version.title = status.version;
  };

  const show = (status) => {
    history.add(status, performance.now());
    const methods = rows(status);
    showState(stateBadges(status));
    showTiles(status, methods);
    PLOTS.forEach((plot) => plot.show(history.points()));
    table.show(methods);
    byId("notice").hidden = true;
    byId("main").removeAttribute("aria-busy");
    document.body.classList.remove("is-stale");
    document.title = status.ready ? "Farcall status" : "Not ready \u2013 Farcall status";
  };

  const REASONS = {
    401: "The server wants to know who you are: load this page again.",
    403: "The server does not show this to you any longer.",
    404: "The status is switched off now.",
  };

  const fail = (reason) => {
    const notice = byId("notice");
    setText(notice, `${reason} What is shown may be old; asking again every two seconds.`);
    notice.hidden = false;
    showState([badge("Unknown", "warn")]);
    document.body.classList.add("is-stale");
  };

  const ask = async () => {
    let response;
    try {
      response = await fetch("status.json", {
        cache: "no-store",
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MILLIS),
      });
    } catch {
      fail("The server does not answer.");
      return;
    }
    if (!response.ok) {
      fail(REASONS[response.status] ?? `The server answers with status ${response.status}.`);
      return;
    }
    try {
      show(await response.json());
    } catch (problem) {
      fail(`The answer of the server cannot be read (${problem.message}).`);
    }
  };

  let timer = 0;
  const run = async () => {
    clearTimeout(timer);
    await ask();
    clearTimeout(timer);
    timer = document.hidden ? 0 : setTimeout(run, PERIOD_MILLIS);
  };

  const applyFilter = () =>
    table.filter({
      text: byId("filter").value.trim().toLowerCase(),
      withIdle: byId("all").checked,
    });

  byId("plots").append(...PLOTS.map((plot) => plot.element));
  byId("methods").append(table.element);
  byId("filter").addEventListener("input", applyFilter);
  byId("all").addEventListener("change", applyFilter);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && timer === 0) {
      run();
    }
  });
  run();
})();
