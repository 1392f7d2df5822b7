"use strict";

/** A call as a program in Python, with nothing but its standard library. */
const PythonSnippet = (() => {
  const { escaped, hex, group, labelled, laidOut, everyNode, fitsInt } = Literals;

  const SPECIAL = { "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_]*$/;
  const KEYWORDS = new Set(("False None True and as assert async await break class continue def " +
    "del elif else except finally for from global if import in is lambda nonlocal not or pass " +
    "raise return try while with yield").split(" "));

  const unicode = (character) => {
    const point = character.codePointAt(0);
    return point > 0xffff ? `\\U${hex(point, 8)}` : `\\u${hex(point, 4)}`;
  };

  const quoted = (text) => `"${escaped(text, SPECIAL, unicode)}"`;

  // xmlrpc.client refuses integers beyond 32 bit, has no word for the big types, and writes a
  // carriage return as it is, which every reader of XML takes for a line feed.
  const isTyped = (node) =>
    ["biginteger", "bigdecimal"].includes(node.type) ||
    (node.type === "i8" && !fitsInt(node)) ||
    (node.type === "string" && node.text.includes("\r"));

  const typed = (node) => {
    const isNumber = node.type === "i8" || node.type === "biginteger";
    return `Typed("${node.type}", ${isNumber ? node.text : quoted(node.text)})`;
  };

  const value = (node) => {
    if (isTyped(node)) {
      return typed(node);
    }
    switch (node.type) {
      case "int": case "i8": case "double": return node.text;
      case "boolean": return node.text === "1" ? "True" : "False";
      case "string": return quoted(node.text);
      case "dateTime.iso8601": return `xmlrpc.client.DateTime(${quoted(node.text)})`;
      case "base64": return `xmlrpc.client.Binary(base64.b64decode(${quoted(node.text)}))`;
      case "array": return group("[", node.items.map(value), "]");
      case "struct": return group("{", node.members.map((member) =>
        labelled(`${quoted(member.name)}: `, value(member.value))), "}");
      default: return "None";
    }
  };

  // A name is written with its dots where Python lets one.
  const method = (name) => {
    const parts = name.split(".");
    return parts.every((part) => IDENTIFIER.test(part) && !KEYWORDS.has(part))
      ? `server.${name}`
      : `getattr(server, ${quoted(name)})`;
  };

  const TYPED = `
class Typed:
    """A value as xmlrpc.client does not write it: the name of its type, and its text."""

    def __init__(self, type, text):
        self.type = type
        self.text = str(text)

    def write(self, write):
        text = escape(self.text, {"\\r": "&#13;"})
        write(f"<value><{self.type}>{text}</{self.type}></value>")


xmlrpc.client.Marshaller.dispatch[Typed] = lambda marshaller, value, write: value.write(write)
`;

  const server = (call, nodes) => {
    const args = [quoted(call.url)];
    if (nodes.some((node) => node.type === "nil")) {
      args.push("allow_none=True");
    }
    if (call.token) {
      args.push('headers=[("Authorization", "Bearer " + os.environ["FARCALL_TOKEN"])]');
    }
    return laidOut(group("with xmlrpc.client.ServerProxy(", args, ") as server:"), 0, 4);
  };

  const of = (call) => {
    const nodes = everyNode(call.params);
    Literals.refuseReturns(nodes, "xmlrpc.client");
    const isTypedUsed = nodes.some(isTyped);
    const head = [
      nodes.some((node) => node.type === "base64") ? "import base64\n" : "",
      call.token ? "import os\n" : "",
      "import xmlrpc.client\n",
      isTypedUsed ? "from xml.sax.saxutils import escape\n" : "",
      isTypedUsed ? `\n${TYPED}` : "",
    ];
    const result = group(`${method(call.method)}(`, call.params.map(value), ")");
    const print = laidOut(labelled("result = ", result), 4, 4);
    return `${head.join("")}\n${server(call, nodes)}\n    ${print}\n    print(result)\n`;
  };

  return Object.freeze({ id: "python", title: "Python", of });
})();
