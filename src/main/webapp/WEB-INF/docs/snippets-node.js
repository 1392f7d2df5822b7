"use strict";

/**
 * A call as a program for Node.js, with nothing but what it comes with. The packages for XML-RPC
 * are no longer maintained, and guess the types: a number without a fraction is an int to them,
 * whatever the method takes. So this writes the call with a few small functions, which say the
 * types and escape whatever replaces the values here. Node.js reads no XML, so the answer is
 * printed as it came.
 */
const NodeSnippet = (() => {
  const { escaped, braced, group, labelled, laidOut, everyNode } = Literals;

  const SPECIAL = { "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

  const quoted = (text) => `"${escaped(text, SPECIAL, braced)}"`;

  // {"__proto__": ...} would not make a member, but set the prototype.
  const key = (name) => {
    if (name === "__proto__") {
      return '["__proto__"]';
    }
    return IDENTIFIER.test(name) ? name : quoted(name);
  };

  const content = (node) => {
    switch (node.type) {
      case "int": case "boolean": return node.text;
      case "i8": case "biginteger": return `${node.text}n`;
      // A zero loses its minus when it becomes a text.
      case "double": return Object.is(Number(node.text), -0) ? '"-0.0"' : node.text;
      default: return quoted(node.text);
    }
  };

  const value = (node) => {
    switch (node.type) {
      case "nil": return "nil()";
      case "array": return group("array(", node.items.map(value), ")");
      case "struct": return node.members.length === 0 ? "struct({})" : group(
        "struct({ ",
        node.members.map((member) => labelled(`${key(member.name)}: `, value(member.value))),
        " })");
      default: return `value("${node.type}", ${content(node)})`;
    }
  };

  const TEXT = `
function text(content) {
  return String(content).replace(/[&<>\\r]/g, (character) => \`&#\${character.charCodeAt(0)};\`);
}
`;
  const VALUE = `
function value(type, content) {
  return \`<value><\${type}>\${text(content)}</\${type}></value>\`;
}
`;
  const NIL = `
function nil() {
  return "<value><nil/></value>";
}
`;
  const ARRAY = `
function array(...values) {
  return \`<value><array><data>\${values.join("")}</data></array></value>\`;
}
`;
  const STRUCT = `
function struct(members) {
  const member = ([name, value]) => \`<member><name>\${text(name)}</name>\${value}</member>\`;
  return \`<value><struct>\${Object.entries(members).map(member).join("")}</struct></value>\`;
}
`;
  const CALL = `
function methodCall(method, ...params) {
  const xml = params.map((param) => \`<param>\${param}</param>\`).join("");
  return \`<?xml version="1.0"?>
    <methodCall><methodName>\${text(method)}</methodName><params>\${xml}</params></methodCall>\`;
}
`;

  const functions = (nodes) => {
    const types = new Set(nodes.map((node) => node.type));
    const hasScalar = [...types].some((type) => !["nil", "array", "struct"].includes(type));
    return [
      CALL,
      types.has("array") ? ARRAY : "",
      types.has("struct") ? STRUCT : "",
      hasScalar ? VALUE : "",
      types.has("nil") ? NIL : "",
      TEXT,
    ].join("");
  };

  const TOKEN = "\n    Authorization: `Bearer ${process.env.FARCALL_TOKEN}`,";

  const of = (call) => {
    const args = [quoted(call.method), ...call.params.map(value)];
    const body = laidOut(labelled("body: ", group("methodCall(", args, ")")), 2, 2);
    return `// For Node.js 18 or newer. Save it as call.mjs.
const response = await fetch(${quoted(call.url)}, {
  method: "POST",
  headers: {
    "Content-Type": "text/xml",${call.token ? TOKEN : ""}
  },
  ${body},
  redirect: "error",
});
console.log(await response.text());
${functions(everyNode(call.params))}`;
  };

  return Object.freeze({ id: "node", title: "Node.js", of });
})();
