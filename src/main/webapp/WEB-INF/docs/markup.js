"use strict";

/** XML to be read by people: laid out and coloured, with the values as they are. */
const Markup = (() => {
  const COLOURED = 200_000;
  const SHOWN = 2_000_000;

  const TOKEN =
    /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+|</g;

  const NUMBERS = ["int", "i1", "i2", "i4", "i8", "double", "float", "biginteger", "bigdecimal"];

  // ------------------------------------------------------------------------------- elements

  const isText = (token) =>
    !token.startsWith("<") || token.startsWith("<![CDATA[") || token === "<";

  const isAlone = (token) =>
    token.startsWith("<?") || token.startsWith("<!--") || token.endsWith("/>");

  /** The elements of a document, and what of an element comes before its end. */
  const elements = (xml) => {
    const root = { children: [] };
    const open = [root];
    for (const [token] of xml.matchAll(TOKEN)) {
      if (isText(token) || isAlone(token)) {
        open.at(-1).children.push({ text: token });
      } else if (!token.startsWith("</")) {
        const element = { start: token, end: "", children: [] };
        open.at(-1).children.push(element);
        open.push(element);
      } else if (open.length > 1) {
        open.pop().end = token;
      }
    }
    return root.children;
  };

  const isBlank = (child) => child.text !== undefined && child.text.trim() === "";

  /** What an element has without the blanks between others, which have no meaning. */
  const meant = (element) =>
    element.children.some((child) => child.start)
      ? element.children.filter((child) => !isBlank(child))
      : element.children;

  const localName = (start) => /^<(?:[^\s:>]+:)?([^\s>]+)/.exec(start)?.[1] ?? "";

  /** Whether it is set in one line: an element around a text, and a value around such a one. */
  const isChain = (element) => {
    const children = meant(element);
    return children.every((child) => child.text !== undefined) ||
      (localName(element.start) === "value" && children.length === 1 && isChain(children[0]));
  };

  const colour = (start) => {
    const type = localName(start);
    if (NUMBERS.includes(type)) {
      return "number";
    } else if (type === "boolean" || type.startsWith("dateTime")) {
      return "keyword";
    }
    return type === "name" || type === "methodName" ? "name" : "string";
  };

  // ------------------------------------------------------------------------------- layout

  const writeChain = (element, write) => {
    write("tag", element.start);
    meant(element).forEach((child) => {
      if (child.start) {
        writeChain(child, write);
      } else {
        write(isText(child.text) ? colour(element.start) : "tag", child.text);
      }
    });
    write("tag", element.end);
  };

  const writeLines = (children, indent, write) => {
    children.filter((child) => !isBlank(child)).forEach((child) => {
      write("plain", indent);
      if (child.text !== undefined) {
        write(isAlone(child.text) ? "comment" : "plain", child.text);
      } else if (isChain(child)) {
        writeChain(child, write);
      } else {
        write("tag", child.start);
        write("plain", "\n");
        writeLines(child.children, `${indent}  `, write);
        write("plain", indent);
        write("tag", child.end);
      }
      write("plain", "\n");
    });
  };

  const coloured = (tokens) => {
    const parts = document.createDocumentFragment();
    tokens.forEach(({ kind, text }) => {
      parts.append(kind === "plain" ? text : Dom.el("span", { class: `xml-${kind}`, text }));
    });
    return parts;
  };

  const laidOut = (xml) => {
    const tokens = [];
    writeLines(elements(xml), "", (kind, text) => tokens.push({ kind, text }));
    return tokens;
  };

  // Pages of other servers are no XML, and stay as they are.
  const isXml = (text) => /^\s*<(?:\?xml|method)/.test(text);

  const block = (label) =>
    Dom.el("pre", { class: "codeblock xml", tabindex: "0", role: "region", aria: { label } });

  /** The document as an element, cut when it is larger than anyone reads. */
  const of = (text, label = "XML") => {
    const shown = text.slice(0, SHOWN);
    const pre = block(label);
    if (!isXml(shown)) {
      pre.textContent = shown;
    } else if (shown.length > COLOURED) {
      pre.textContent = laidOut(shown).map((token) => token.text).join("");
    } else {
      pre.append(coloured(laidOut(shown)));
    }
    const element = Dom.el("div", {}, pre);
    if (text.length > SHOWN) {
      element.append(Dom.el("p", {
        class: "quiet",
        text: `Cut after ${Bytes.size(SHOWN)} of ${Bytes.size(text.length)}. Copy takes all of it.`,
      }));
    }
    return element;
  };

  return Object.freeze({ of });
})();
