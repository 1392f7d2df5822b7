"use strict";

/**
 * A call as a program to copy, in several languages. Whatever the values hold, it stays within the
 * literal that it is written as: what is not a text is checked here, and texts are escaped there.
 */
const Snippets = (() => {
  const LANGUAGES =
    [JavaSnippet, PythonSnippet, PhpSnippet, RubySnippet, NodeSnippet, CurlSnippet, CliSnippet];

  // javac takes no literal of more than 64 kB, a shell no argument of more than 128 kB, and nobody
  // reads a program of either.
  const MOST_CHARACTERS = 20_000;

  const { Problem } = Literals;
  const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;
  const WHOLE = /^[+-]?[0-9]+$/;
  const DECIMAL = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
  const DATE = /^[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9:]{6,8}(?:[.,][0-9]+)?(?:Z|[+-][0-9:]{2,5})?$/;
  const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

  const refuse = (node) => {
    throw new Problem(`There is a value that is no ${node.type}, so no program can be shown.`);
  };

  const checked = (node, pattern) => pattern.test(node.text) ? node.text : refuse(node);

  // Without zeros in front, which mean octal in some languages.
  const whole = (node, bits) => {
    const number = BigInt(checked(node, WHOLE).replace(/^\+/, ""));
    return bits === 0 || BigInt.asIntN(bits, number) === number ? String(number) : refuse(node);
  };

  /** The shortest digits of the same double, with a point or an exponent in all languages. */
  const double = (node) => {
    const number = Number(checked(node, DECIMAL));
    if (!Number.isFinite(number)) {
      refuse(node);
    }
    const text = Object.is(number, -0) ? "-0" : String(number);
    if (text.includes(".")) {
      return text;
    }
    return text.includes("e") ? text.replace("e", ".0e") : `${text}.0`;
  };

  const string = (text) => {
    if (UNWRITABLE.test(text)) {
      throw new Problem("There is a character that XML cannot hold, so no program can be shown.");
    }
    return text;
  };

  const members = (list) => {
    if (new Set(list.map((member) => member.name)).size < list.length) {
      throw new Problem("There are two members of one name, so no program can be shown.");
    }
    return list.map(({ name, value }) => ({ name: string(name), value: normal(value) }));
  };

  const TEXTS = Object.freeze({
    int: (node) => whole(node, 32),
    i8: (node) => whole(node, 64),
    biginteger: (node) => whole(node, 0),
    double,
    bigdecimal: (node) => checked(node, DECIMAL),
    boolean: (node) => checked(node, /^[01]$/),
    string: (node) => string(node.text),
    "dateTime.iso8601": (node) => checked(node, DATE),
    base64: (node) => checked(node, BASE64),
  });

  const normal = (node) => {
    if (node.type === "array") {
      return { type: node.type, items: node.items.map(normal) };
    } else if (node.type === "struct") {
      return { type: node.type, members: members(node.members) };
    } else if (node.type === "nil") {
      return { type: node.type };
    }
    return Object.hasOwn(TEXTS, node.type)
      ? { type: node.type, text: TEXTS[node.type](node) }
      : refuse(node);
  };

  const refuseLong = (nodes) => {
    if (JSON.stringify(nodes).length > MOST_CHARACTERS) {
      throw new Problem("These values are too long to be shown within a program.");
    }
  };

  /**
   * The program.
   *
   * @param id of a language
   * @param call url, method, params (nodes), and whether a token is sent, which the program takes
   *     from the environment variable FARCALL_TOKEN
   * @throws Snippets.Problem if there can be none, with a message for people
   */
  const of = (id, call) => {
    refuseLong(call.params);
    const language = LANGUAGES.find((one) => one.id === id);
    return language.of({ ...call, method: string(call.method), params: call.params.map(normal) });
  };

  return Object.freeze({
    all: Object.freeze(LANGUAGES.map(({ id, title }) => Object.freeze({ id, title }))),
    of,
    Problem,
  });
})();
