"use strict";

/**
 * A call as a command line of curl, for any shell of Unix. The document stands between two single
 * quotes, within which a shell takes everything as it is; it has no such quote itself, since XML can
 * say it otherwise. The same goes for line ends and tabs, which a terminal would act upon when
 * they are pasted, and for exclamation marks, by which some shells look up earlier commands.
 */
const CurlSnippet = (() => {
  const { escaped, hex } = Literals;

  const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&apos;", "!": "&#33;" };

  const text = (content) =>
    escaped(content, SPECIAL, (character) => `&#x${hex(character.codePointAt(0), 1)};`);

  const element = (name, lines) =>
    [`<${name}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];

  const value = (node) => {
    switch (node.type) {
      case "nil": return ["<value><nil/></value>"];
      case "array":
        return element("value", element("array", element("data", node.items.flatMap(value))));
      case "struct":
        return element("value", element("struct", node.members.flatMap((member) =>
          element("member", [`<name>${text(member.name)}</name>`, ...value(member.value)]))));
      default: return [`<value><${node.type}>${text(node.text)}</${node.type}></value>`];
    }
  };

  const param = (node) => {
    const lines = value(node);
    return lines.length === 1 ? [`<param>${lines[0]}</param>`] : element("param", lines);
  };

  const methodCall = (call) => element("methodCall", [
    `<methodName>${text(call.method)}</methodName>`,
    ...element("params", call.params.flatMap(param)),
  ]);

  const of = (call) => {
    const token = call.token
      ? "  --header \"Authorization: Bearer ${FARCALL_TOKEN:?}\" \\\n"
      : "";
    return `curl --silent --show-error \\
  --header 'Content-Type: text/xml' \\
${token}  --data-binary '<?xml version="1.0"?>
${methodCall(call).join("\n")}' \\
  ${ShellWords.quoted(call.url)}
`;
  };

  return Object.freeze({ id: "curl", title: "curl", of });
})();
