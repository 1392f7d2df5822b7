"use strict";

/**
 * Reads the text of `system.methodHelp`: paragraphs, and then lines `name: text` and
 * `Returns text`. The text of an overloaded method is that of all its overloads, one after another.
 */
const Help = (() => {
  const ENTRY = /^([\w.-]+): +(.*)$/;
  const RETURNS = /^Returns +(.*)$/;

  const section = () => ({ prose: [], params: new Map(), result: "", ended: false });

  const isEntry = (line, names) => names.has(ENTRY.exec(line)?.[1]);

  // A help that begins with "Returns" has no other sentence to begin with.
  const isNotes = (line, names, current) =>
    isEntry(line, names) || (RETURNS.test(line) && current.prose.length > 0);

  const addNotes = (current, block, names) => {
    let add = () => {};
    for (const line of block.split("\n")) {
      const [, name, text] = ENTRY.exec(line) ?? [];
      if (names.has(name)) {
        add = (more) => current.params.set(name, `${current.params.get(name)}\n${more}`);
        current.params.set(name, text);
      } else if (RETURNS.test(line)) {
        add = (more) => { current.result += `\n${more}`; };
        current.result = RETURNS.exec(line)[1];
      } else {
        add(line.trim());
      }
    }
    current.ended = true;
  };

  const sections = (text, names) => {
    const all = [section()];
    for (const block of text.split(/\n[ \t]*\n/).map((each) => each.trim()).filter(Boolean)) {
      if (isNotes(block.split("\n")[0], names, all.at(-1))) {
        addNotes(all.at(-1), block, names);
      } else {
        if (all.at(-1).ended) {
          all.push(section());
        }
        all.at(-1).prose.push(block);
      }
    }
    return all;
  };

  const describes = ({ params }, signature) =>
    params.size === signature.params.length
      && signature.params.every(({ name }) => params.has(name));

  const merged = (all) => ({
    prose: [],
    params: new Map(all.toReversed().flatMap(({ params }) => [...params])),
    result: all.find(({ result }) => result !== "")?.result ?? "",
  });

  // The server writes the signatures of a method that has no help.
  const isSignature = (method) => {
    const lines = method.signatures.map((each) => Types.signatureText(method.name, each));
    const text = method.help.trim().replaceAll("undefined", "any");
    return text === lines.join("\n") || text === `${method.name}(...)`;
  };

  /**
   * The help of a method: `prose` is about all of it, `of(signature)` gives
   * `{prose, params, result}` of one way to call it, where params is a map from names to texts.
   */
  const of = (method) => {
    const params = method.signatures.flatMap((signature) => signature.params);
    const names = new Set(params.map(({ name }) => name));
    const all = sections(isSignature(method) ? "" : method.help, names);
    const [first] = all;
    const notes = (signature) =>
      all.length === 1
        ? { ...first, prose: [] }
        : all.find((each) => describes(each, signature)) ?? merged(all);
    return { prose: first.prose, of: notes };
  };

  /** The first sentence or line, for lists. */
  const summary = (method) => {
    const [paragraph = ""] = of(method).prose;
    return paragraph.split(/(?<=[.!?])\s|\n/)[0];
  };

  return Object.freeze({ of, summary });
})();
