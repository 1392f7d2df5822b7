"use strict";

/** A call as a command line of the program that the war is. */
const CliSnippet = (() => {
  const { escaped, units, isVisible, everyNode } = Literals;

  const SPECIAL = { "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const LETTERS = { i8: "l", double: "d", "dateTime.iso8601": "t", base64: "64" };
  const TYPED_MEMBER = /^\$(?:i|l|s|d|b|t|n|f|x|64|j)$/;
  // What cannot be taken for anything but a text, nor for a type and a text.
  const WORD = /^[A-Za-z_][A-Za-z0-9_. -]*$/;
  // Numbers whose digits no way to write a double would change.
  const SHORT_DOUBLE = /^-?\d{1,10}\.\d{1,5}$/;

  const json = (text) => `"${escaped(text, SPECIAL, units)}"`;

  const object = (members) => {
    if (members.length === 1 && TYPED_MEMBER.test(members[0].name) &&
        members[0].value.type === "string") {
      throw new Literals.Problem(
        `The command line takes a struct whose only member is ${members[0].name}` +
          " for a typed value.");
    }
    return `{${members.map(({ name, value }) => `${json(name)}: ${inner(value)}`).join(", ")}}`;
  };

  const inner = (node) => {
    switch (node.type) {
      case "int": return node.text;
      case "boolean": return String(node.text === "1");
      case "string": return json(node.text);
      case "nil": return "null";
      case "array": return `[${node.items.map(inner).join(", ")}]`;
      case "struct": return object(node.members);
      default: return node.type === "double" && SHORT_DOUBLE.test(node.text)
        ? node.text
        : `{"$${LETTERS[node.type]}": ${json(node.text)}}`;
    }
  };

  const string = (text) => {
    // Only JSON has a way to write what a terminal would act upon.
    if (![...text].every(isVisible)) {
      return `j:${json(text)}`;
    }
    return WORD.test(text) && text !== "true" && text !== "false" ? text : `s:${text}`;
  };

  const argument = (node) => {
    switch (node.type) {
      case "string": return string(node.text);
      case "nil": return "n:";
      case "i8": case "dateTime.iso8601": case "base64": case "double":
        return node.type === "double" && SHORT_DOUBLE.test(node.text)
          ? node.text
          : `${LETTERS[node.type]}:${node.text}`;
      default: return inner(node);
    }
  };

  const refuseBig = (nodes) => {
    const big = nodes.find((node) => ["biginteger", "bigdecimal"].includes(node.type));
    if (big) {
      throw new Literals.Problem(`The command line has no word for a ${big.type}.`);
    }
  };

  const of = (call) => {
    refuseBig(everyNode(call.params));
    const lines = [
      ["java -jar farcall.war call"],
      call.token ? ['--header "Authorization: Bearer ${FARCALL_TOKEN:?}"'] : [],
      // Anybody on the way can read and change it.
      Literals.isInTheOpen(call.url) ? ["--plain-http"] : [],
      [`${ShellWords.quoted(call.url)} ${ShellWords.quoted(call.method)}`],
      call.params.map((node) => ShellWords.quoted(argument(node))),
    ].flat();
    const line = lines.join(" ");
    return `${line.length <= 90 ? line : lines.join(" \\\n  ")}\n`;
  };

  return Object.freeze({ id: "cli", title: "Command line", of });
})();
