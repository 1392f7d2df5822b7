"use strict";

/** A call as a program in Java, with the client of this library. */
const JavaSnippet = (() => {
  const { escaped, units, tightGroup, chain, labelled, laidOut, everyNode, fitsInt } = Literals;

  const SPECIAL = {
    "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u007f": "\\177",
  };
  const ASCII = /^[ -~]$/;

  // Nothing but ASCII, since javac reads sources in whatever encoding the system has. A backslash
  // of the text is always doubled, and javac takes no doubled one for the beginning of a \uXXXX.
  const quoted = (text) =>
    `"${escaped(text, SPECIAL, units, (character) => ASCII.test(character))}"`;

  const array = (items) => {
    // List.of takes no null, and Arrays.asList takes a single null for no array at all.
    if (items.every((item) => item.type !== "nil")) {
      return tightGroup("List.of(", items.map(value), ")");
    }
    const values = items.map(value);
    return tightGroup("Arrays.asList(", items.length === 1 ? ["(Object) null"] : values, ")");
  };

  const struct = (members) => chain("new Struct()", members.map((member) =>
    tightGroup(`.with(${quoted(member.name)}, `, [value(member.value)], ")")));

  const value = (node) => {
    switch (node.type) {
      case "int": return node.text;
      case "i8": return `${node.text}L`;
      case "double": return node.text;
      case "boolean": return String(node.text === "1");
      case "string": return quoted(node.text);
      case "dateTime.iso8601": return `DateTime.parse(${quoted(node.text)})`;
      case "base64": return `Binary.of(Base64.getDecoder().decode(${quoted(node.text)}))`;
      case "biginteger": return `new BigInteger(${quoted(node.text)})`;
      case "bigdecimal": return `new BigDecimal(${quoted(node.text)})`;
      case "array": return array(node.items);
      case "struct": return struct(node.members);
      default: return "null";
    }
  };

  const argument = (node, index, nodes) =>
    node.type === "nil" && nodes.length === 1 ? "(Object) null" : value(node);

  /** The least that has all the types which are sent. */
  const dialect = (nodes) => {
    const needsApache = nodes.some((node) => ["biginteger", "bigdecimal"].includes(node.type));
    const needsPlain = nodes.some((node) =>
      node.type === "nil" || (node.type === "i8" && !fitsInt(node)));
    return needsApache ? "APACHE" : needsPlain ? "PLAIN" : null;
  };

  const options = (call, nodes) => {
    const known = dialect(nodes);
    return [
      call.token ? '.bearerToken(System.getenv("FARCALL_TOKEN"))' : null,
      known ? `.dialect(Dialect.${known})` : null,
      Literals.isInTheOpen(call.url)
        ? ".plainHttp(PlainHttp.ALWAYS) // anybody on the way can read and change it"
        : null,
    ].filter((option) => option !== null);
  };

  const IMPORTS = [
    ["dev.farcall.Binary", /\bBinary\.of\(/],
    ["dev.farcall.DateTime", /\bDateTime\.parse\(/],
    ["dev.farcall.Struct", /\bnew Struct\(/],
    ["dev.farcall.client.PlainHttp", /\bPlainHttp\.ALWAYS\b/],
    ["dev.farcall.client.XmlRpcClient", /./],
    ["dev.farcall.wire.Dialect", /\bDialect\./],
    ["java.math.BigDecimal", /\bnew BigDecimal\(/],
    ["java.math.BigInteger", /\bnew BigInteger\(/],
    ["java.util.Arrays", /\bArrays\.asList\(/],
    ["java.util.Base64", /\bBase64\.getDecoder\(/],
    ["java.util.List", /\bList\.of\(/],
  ];

  // A text that looks like code must not bring in an import that nothing uses.
  const withoutTexts = (code) => code.replace(/"(?:\\.|[^"\\])*"/g, '""');

  const imports = (code) => {
    const searched = withoutTexts(code);
    return IMPORTS
      .filter(([, use]) => use.test(searched))
      .map(([name]) => `import ${name};`)
      .join("\n");
  };

  const client = (call, nodes) => {
    const start = `XmlRpcClient.builder(${quoted(call.url)})`;
    const chosen = options(call, nodes);
    if (chosen.length === 0) {
      return `XmlRpcClient client = ${start}.build()`;
    }
    const lines = [start, ...[...chosen, ".build()"].map((option) => `    ${option}`)];
    return `XmlRpcClient client =\n${lines.map((line) => `        ${line}`).join("\n")}`;
  };

  const of = (call) => {
    const args = [quoted(call.method), ...call.params.map(argument)];
    const result = tightGroup("client.call(", args, ");");
    const statement = laidOut(labelled("Object result = ", result), 6, 4);
    const body = `public final class Example {
  public static void main(String[] args) {
    try (${client(call, everyNode(call.params))}) {
      ${statement}
      System.out.println(result);
    }
  }
}
`;
    return `${imports(body)}\n\n${body}`;
  };

  return Object.freeze({ id: "java", title: "Java", of });
})();
