"use strict";

/** Lines over the last five minutes, and the same in words. */
const Plot = (() => {
  const { html, svg, setText } = Elements;
  const LEFT = 46;
  const BOTTOM = 18;
  const TOP = 8;

  const line = (points, x, y) => {
    let path = "";
    let isOpen = false;
    for (const { time, value } of points) {
      if (value === null) {
        isOpen = false;
        continue;
      }
      path += `${isOpen ? "L" : "M"}${x(time).toFixed(1)} ${y(value).toFixed(1)}`;
      // A point alone would not be seen.
      path += isOpen ? "" : "h0.01";
      isOpen = true;
    }
    return path;
  };

  const numbers = (points) => points.map(({ value }) => value).filter((value) => value !== null);

  const words = (title, lines, format) =>
    `${title} over the last five minutes. ` +
    lines
      .map(({ name, points }) => {
        const values = numbers(points);
        return values.length === 0
          ? `${name}: nothing yet.`
          : `${name}: now ${format(points[points.length - 1].value)}, ` +
              `lowest ${format(Math.min(...values))}, highest ${format(Math.max(...values))}.`;
      })
      .join(" ");

  const axes = (width, height, scale, format) => {
    const bottom = height - BOTTOM;
    const group = svg("g", {});
    for (const tick of scale.ticks) {
      const y = bottom - scale.part(tick) * (bottom - TOP);
      group.append(
        svg("line", { class: "plot__grid", x1: LEFT, x2: width, y1: y, y2: y }),
        svg(
          "text",
          { class: "plot__label", x: LEFT - 6, y: y + 3.5, "text-anchor": "end" },
          format(tick),
        ),
      );
    }
    for (const [minutes, anchor] of [[5, "start"], [2.5, "middle"], [0, "end"]]) {
      const x = width - (minutes / 5) * (width - LEFT);
      const text = minutes === 0 ? "now" : `\u2212${minutes} min`;
      group.append(
        svg("text", { class: "plot__label", x, y: height - 3, "text-anchor": anchor }, text),
      );
    }
    return group;
  };

  const swatch = (style) =>
    svg(
      "svg",
      { class: "plot__swatch", viewBox: "0 0 20 8", "aria-hidden": "true" },
      svg("path", { class: `line line--${style}`, d: "M1 4H19" }),
    );

  /**
   * A plot.
   *
   * lines: [{name, style, of: point -> number or null}]; format: number -> text; scaleOf: numbers
   * -> one of Scale.
   */
  const create = ({ title, lines, format, scaleOf }) => {
    const values = lines.map(() => html("span", { class: "plot__value" }, Format.NONE));
    const keys = lines.map(({ name, style }, i) =>
      html("span", { class: "plot__key" }, swatch(style), name, values[i]),
    );
    const image = svg("svg", { class: "plot__svg", role: "img", "aria-label": title });
    const empty = html("p", { class: "plot__empty" }, "Nothing yet");
    const canvas = html("div", { class: "plot__canvas" }, image, empty);
    const caption = html(
      "figcaption",
      { class: "plot__caption" },
      html("span", { class: "plot__title" }, title),
      ...keys,
    );
    const element = html("figure", { class: "plot card" }, caption, canvas);
    let shown = [];

    const draw = () => {
      const width = canvas.clientWidth;
      const height = canvas.clientHeight;
      const drawn = lines.map(({ name, style, of }) => ({
        name,
        style,
        points: shown.map((point) => ({ time: point.time, value: of(point) })),
      }));
      const all = drawn.flatMap(({ points }) => numbers(points));
      const scale = scaleOf(all);
      const end = shown.length === 0 ? 0 : shown[shown.length - 1].time;
      const x = (time) => width - ((end - time) / History.SPAN_MILLIS) * (width - LEFT);
      const y = (value) => height - BOTTOM - scale.part(value) * (height - BOTTOM - TOP);
      image.setAttribute("viewBox", `0 0 ${width} ${height}`);
      image.setAttribute("aria-label", words(title, drawn, format));
      image.replaceChildren(
        axes(width, height, scale, format),
        ...drawn.map(({ style, points }) =>
          svg("path", { class: `line line--${style}`, d: line(points, x, y) }),
        ),
      );
      empty.hidden = all.length > 0;
    };

    const show = (points) => {
      shown = points;
      const last = points[points.length - 1];
      lines.forEach(({ of }, i) => setText(values[i], last ? format(of(last)) : Format.NONE));
      draw();
    };

    new ResizeObserver(draw).observe(canvas);
    return Object.freeze({ element, show });
  };

  return Object.freeze({ create });
})();
