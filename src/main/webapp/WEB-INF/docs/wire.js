"use strict";

/** XML-RPC documents, written and read. Values are nodes: the type on the wire and its text. */
const Wire = (() => {
  class Problem extends Error {
    constructor(message) {
      super(message);
      this.name = "Wire.Problem";
    }
  }

  const EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";
  const BARE = ["int", "i8", "boolean", "double", "string", "dateTime.iso8601", "base64"];
  const EXTENDED = ["biginteger", "bigdecimal"];

  const BLANK = /^[ \t\r\n]*$/;

  // ------------------------------------------------------------------------------- writing

  const escaped = (text, path) => {
    const obstacle = WireText.obstacle(text);
    if (obstacle) {
      throw new Problem(`${path}: ${obstacle}`);
    }
    return text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // A reader of XML makes a line feed of a bare carriage return.
      .replace(/\r/g, "&#13;");
  };

  const struct = (node, path) => {
    const members = node.members.map(({ name, value }) => {
      const inner = `${path}, member "${name}"`;
      return `<member><name>${escaped(name, inner)}</name>${encode(value, inner)}</member>`;
    });
    return `<struct>${members.join("")}</struct>`;
  };

  const content = (node, path) => {
    if (BARE.includes(node.type)) {
      return `<${node.type}>${escaped(node.text, path)}</${node.type}>`;
    } else if (EXTENDED.includes(node.type)) {
      const tag = `ex:${node.type}`;
      return `<${tag} xmlns:ex="${EXTENSIONS}">${escaped(node.text, path)}</${tag}>`;
    } else if (node.type === "nil") {
      return "<nil/>";
    } else if (node.type === "array") {
      const items = node.items.map((item, index) => encode(item, `${path}, item ${index}`));
      return `<array><data>${items.join("")}</data></array>`;
    } else if (node.type === "struct") {
      return struct(node, path);
    }
    throw new Problem(`${path}: there is no type ${node.type}`);
  };

  const encode = (node, path) => `<value>${content(node, path)}</value>`;

  const encodeCall = (method, nodes) => {
    const params = nodes.map((node, index) =>
      `<param>${encode(node, `parameter ${index + 1}`)}</param>`);
    return '<?xml version="1.0" encoding="UTF-8"?>' +
      `<methodCall><methodName>${escaped(method, "the method's name")}</methodName>` +
      `<params>${params.join("")}</params></methodCall>`;
  };

  // ------------------------------------------------------------------------------- reading

  const refuse = (path, message) => {
    throw new Problem(`The answer is not valid XML-RPC: ${path}: ${message}`);
  };

  const shown = (text) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;

  /** The elements in an element that must have no text beside them. */
  const elementsOf = (parent, path) => {
    for (const node of parent.childNodes) {
      const isText = node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE;
      if (isText && !BLANK.test(node.data)) {
        refuse(path, `unexpected text ${shown(node.data.trim())} in <${parent.nodeName}>`);
      }
    }
    return [...parent.children];
  };

  const only = (parent, name, path) => {
    const elements = elementsOf(parent, path);
    if (elements.length !== 1 || elements[0].nodeName !== name) {
      refuse(path, `expected one <${name}> in <${parent.nodeName}>`);
    }
    return elements[0];
  };

  const scalar = (type, element, path) => {
    if (element.children.length > 0) {
      refuse(path, `unexpected <${element.children[0].nodeName}> in <${element.nodeName}>`);
    }
    const text = WireText.of(type, element.textContent);
    return text === null
      ? refuse(path, `${shown(element.textContent)} is no ${type}`)
      : { type, text };
  };

  const items = (element, path) => {
    if (elementsOf(element, path).length === 0) {
      return [];
    }
    return elementsOf(only(element, "data", path), path).map((value, index) =>
      decode(value, `${path}[${index}]`));
  };

  const member = (element, path) => {
    if (element.nodeName !== "member") {
      refuse(path, `expected <member>, found <${element.nodeName}>`);
    }
    const parts = elementsOf(element, path);
    const name = parts.find((part) => part.nodeName === "name");
    const value = parts.find((part) => part.nodeName === "value");
    if (parts.length !== 2 || !name || !value) {
      refuse(path, "expected one <name> and one <value> in <member>");
    }
    return { name: name.textContent, value: decode(value, `${path}.${name.textContent}`) };
  };

  const typed = (element, path) => {
    const isOurs = element.namespaceURI === EXTENSIONS || element.namespaceURI === null;
    const type = isOurs && WireText.typeOf(element.localName);
    if (!type) {
      return refuse(path, `there is no type <${element.nodeName}>`);
    } else if (type === "array") {
      return { type, items: items(element, path) };
    } else if (type === "struct") {
      return { type, members: elementsOf(element, path).map((child) => member(child, path)) };
    } else if (type === "nil") {
      return BLANK.test(element.textContent) ? { type } : refuse(path, "there is text in <nil>");
    }
    return scalar(type, element, path);
  };

  const decode = (element, path) => {
    if (element.nodeName !== "value") {
      refuse(path, `expected <value>, found <${element.nodeName}>`);
    } else if (element.children.length === 0) {
      return { type: "string", text: element.textContent };
    } else if (element.children.length > 1) {
      refuse(path, "there are two types in one <value>");
    }
    return typed(elementsOf(element, path)[0], path);
  };

  const fault = (element) => {
    const value = decode(only(element, "value", "fault"), "fault");
    const textOf = (name) => value.members?.find((entry) => entry.name === name)?.value.text;
    if (textOf("faultCode") === undefined) {
      refuse("fault", "there is no faultCode");
    }
    return { fault: { code: textOf("faultCode"), text: textOf("faultString") ?? "", value } };
  };

  // Entities would be expanded while it is parsed, so the declaration is looked for before that.
  const hasDoctype = (text) => {
    const at = text.indexOf("<!DOCTYPE");
    return at >= 0 && at < (text.indexOf("<method") + 1 || Infinity);
  };

  // Looked at before parsing: of text that is no XML the browser makes a report with styles of its
  // own, which the page's security policy forbids, and says so in the console.
  const START = /^(?:\s|<\?[^>]*>|<!--[^]*?-->)*<methodResponse[\s>]/;
  const END = /<\/methodResponse\s*>(?:\s|<!--[^]*?-->)*$/;

  const checkEnds = (text) => {
    if (text.trim() === "") {
      throw new Problem("The answer is empty.");
    } else if (!START.test(text)) {
      throw new Problem(`The answer is not XML-RPC. It begins with ${shown(text.trim())}.`);
    } else if (!END.test(text)) {
      throw new Problem("The answer is not complete: it ends before </methodResponse>.");
    }
  };

  const mistake = (report) => {
    const where = /line (?:number )?(\d+)(?: at |, )column (\d+):?\s*([^\n]*)/i.exec(report);
    return where
      ? `line ${where[1]}, column ${where[2]}: ${where[3]}`.trim()
      : "it cannot be parsed";
  };

  const parse = (text) => {
    if (hasDoctype(text)) {
      throw new Problem("The answer has a DOCTYPE, which is refused: XML-RPC has none.");
    }
    checkEnds(text);
    const parsed = new DOMParser().parseFromString(text.trimStart(), "text/xml");
    const error = parsed.querySelector("parsererror");
    if (error) {
      throw new Problem(`The answer is not XML: ${mistake(error.textContent)}`);
    }
    return parsed.documentElement;
  };

  const decodeResponse = (text) => {
    const root = parse(text);
    const elements = elementsOf(root, "answer");
    if (elements.length === 1 && elements[0].nodeName === "fault") {
      return fault(elements[0]);
    }
    const param = only(only(root, "params", "answer"), "param", "answer");
    return { value: decode(only(param, "value", "result"), "result") };
  };

  return Object.freeze({ encodeCall, decodeResponse, Problem });
})();
