"use strict";

/** Programs with their texts, comments, numbers and keywords in colours of their own. */
const Colouring = (() => {
  const words = (text) => new Set(text.split(" "));

  const SLASHES =
    /\/\/.*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[A-Za-z_$][\w$]*|\d[\w.]*/g;
  const HASHES = /#.*|"""[^]*?"""|"(?:\\.|[^"\\])*"|[A-Za-z_]\w*[?!]?|\d[\w.]*/g;
  const SHELL = /'[^']*'|"(?:\\.|[^"\\])*"|--[a-z-]+|[^\s'"]+/g;

  const LANGUAGES = {
    java: [SLASHES, words("class final import new null public static true false try void")],
    python: [HASHES, words("as class def from import lambda with None True False")],
    php: [SLASHES, words("false foreach function as if match mixed new null return throw true " +
      "string int float array default isset php")],
    ruby: [HASHES, words("class def do each else end false if module nil require return super " +
      "true unless")],
    node: [SLASHES, words("await const function new return")],
    curl: [SHELL, words("curl")],
    cli: [SHELL, words("java")],
  };

  const kind = (token, keywords) => {
    if (/^["'`]/.test(token)) {
      return "string";
    } else if (/^(?:\/\/|#)/.test(token)) {
      return "comment";
    } else if (/^\d/.test(token)) {
      return "number";
    }
    return keywords.has(token) || token.startsWith("--") ? "keyword" : null;
  };

  /** The program as nodes whose text is the program. */
  const of = (id, program) => {
    const [pattern, keywords] = LANGUAGES[id];
    const nodes = [];
    let end = 0;
    for (const { 0: token, index } of program.matchAll(pattern)) {
      const name = kind(token, keywords);
      if (name) {
        nodes.push(program.slice(end, index), Dom.el("span", { class: `is-${name}`, text: token }));
        end = index + token.length;
      }
    }
    return [...nodes, program.slice(end)];
  };

  return Object.freeze({ of });
})();
