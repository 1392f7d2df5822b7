"use strict";

/** A field of bytes: of a file, of a text in UTF-8, or typed as base64. */
const BytesField = (() => {
  const READING = "The file is still being read. Try again in a moment.";
  const UNREADABLE = "The file cannot be read. Choose it again.";

  const textWay = (spec) => {
    const { control, grow } = TextFields.area("field--string");
    return {
      element: FieldFrame.around(control, { ...spec, isNamed: true }, "text in UTF-8"),
      read: () => ({ type: "base64", text: Bytes.toBase64(Bytes.ofText(control.value)) }),
      fill: (text) => {
        control.value = text;
        grow();
      },
    };
  };

  const base64Way = (spec) => {
    const { control } = TextFields.area("field--string code", 3);
    return {
      element: FieldFrame.around(control, { ...spec, isNamed: true }, "base64"),
      read: (report) => TextFields.checked("base64", control, control.value, report),
      fill: (text) => {
        control.value = text;
      },
    };
  };

  const load = async (file, status) => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      status.textContent = Bytes.size(bytes.length);
      return { node: { type: "base64", text: Bytes.toBase64(bytes) } };
    } catch (error) {
      // All that the browser says of a file that is gone or locked is a DOMException.
      if (!(error instanceof DOMException)) {
        throw error;
      }
      return { problem: UNREADABLE };
    }
  };

  const fileWay = (spec) => {
    const control = Dom.el("input", { class: "field field--file", attrs: { type: "file" } });
    const status = Dom.el("span", { class: "quiet", role: "status" });
    let content = { problem: "Choose a file." };
    control.addEventListener("change", async () => {
      const [file] = control.files;
      const own = { problem: file ? READING : "Choose a file." };
      content = own;
      status.textContent = "";
      const loaded = file ? await load(file, status) : own;
      // Another file may have been chosen meanwhile.
      content = content === own ? loaded : content;
      FieldFrame.changed(control);
    });
    return {
      element: FieldFrame.around(control, { ...spec, isNamed: true }, "file", status),
      read: (report) => {
        if (content.problem) {
          report(control, content.problem);
        }
        return content.node ?? null;
      },
    };
  };

  // A text area would make line feeds of carriage returns.
  const textOf = (node) => {
    const text = Bytes.text(Bytes.ofBase64(node.text));
    return text === null || text.includes("\r") ? null : text;
  };

  const create = (spec) => {
    const ways = { text: textWay(spec), file: fileWay(spec), base64: base64Way(spec) };
    const show = (chosen) => {
      Object.entries(ways).forEach(([name, way]) => {
        way.element.hidden = name !== chosen;
      });
    };
    const segments = Segments.create({
      label: `${spec.name}: where the bytes come from`,
      options: [
        { value: "text", text: "Text" },
        { value: "file", text: "File" },
        { value: "base64", text: "Base64" },
      ],
      onChoose: show,
    });
    show("text");
    return {
      element: FieldFrame.group(spec, "base64", segments.element,
        ...Object.values(ways).map((way) => way.element)),
      read: (report) => ways[segments.value()].read(report),
      fill: (node) => {
        const text = textOf(node);
        const way = text === null ? "base64" : "text";
        segments.choose(way);
        show(way);
        ways[way].fill(text ?? node.text);
      },
    };
  };

  return Object.freeze({ create });
})();
