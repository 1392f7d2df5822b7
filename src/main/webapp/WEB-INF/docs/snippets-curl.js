"use strict";

/**
 * A call as a command line of curl, for any shell of Unix. The document stands between two single
 * quotes, within which a shell takes everything as it is; it has no such quote itself, since XML
 * can say it otherwise. The same goes for line ends and tabs, which a terminal would act upon when
 * they are pasted, and for exclamation marks, by which some shells look up earlier commands.
 */
const CurlSnippet = (() => {
  const { escaped, hex } = Literals;

  const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&apos;", "!": "&#33;" };

  const text = (content) =>
    escaped(content, SPECIAL, (character) => `&#x${hex(character.codePointAt(0), 1)};`);

  const opened = (names) => names.map((name) => `<${name}>`).join("");
  const closed = (names) => [...names].reverse().map((name) => `</${name}>`).join("");

  /** Lines within elements, one in the other; the names are from the outermost on. */
  const within = (names, lines) => {
    return lines.length === 0
      ? [opened(names) + closed(names)]
      : [opened(names), ...lines.map((line) => `  ${line}`), closed(names)];
  };

  const member = ({ name, value: node }) => {
    const parts = [`<name>${text(name)}</name>`, ...value(node, [])];
    return parts.length === 2
      ? [opened(["member"]) + parts.join("") + closed(["member"])]
      : within(["member"], parts);
  };

  /** The lines of a value within these elements. */
  const value = (node, outer) => {
    const names = [...outer, "value"];
    switch (node.type) {
      case "array":
        return within([...names, "array", "data"], node.items.flatMap((item) => value(item, [])));
      case "struct":
        return within([...names, "struct"], node.members.flatMap(member));
      default: {
        const content = node.type === "nil"
          ? "<nil/>"
          : `<${node.type}>${text(node.text)}</${node.type}>`;
        return [`${opened(names)}${content}${closed(names)}`];
      }
    }
  };

  const methodCall = (call) => within(["methodCall"], [
    `<methodName>${text(call.method)}</methodName>`,
    ...within(["params"], call.params.flatMap((node) => value(node, ["param"]))),
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
