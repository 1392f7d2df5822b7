"use strict";

/** The methods of the server: how they are loaded, grouped and found. */
const Catalog = (() => {
  const NO_SUCH_METHOD = "-32601";
  // Below the hundred calls that a server usually allows in one system.multicall.
  const CALLS_IN_PART = 90;
  const LIKE = 0.6;
  const MOST_SIMILAR = 4;

  // ------------------------------------------------------------------------------------- loading

  const isRefusal = ({ problem, fault, status }) =>
    problem !== undefined || (fault !== undefined && status !== 200);

  const failure = ({ problem, fault, status }) => ({
    problem: problem ?? `${fault.text} (fault ${fault.code})`,
    status,
  });

  const textNode = (text) => ({ type: "string", text });

  const asStruct = ({ method, name }) => ({
    type: "struct",
    members: [
      { name: "methodName", value: textNode(method) },
      { name: "params", value: { type: "array", items: [textNode(name)] } },
    ],
  });

  /** The results of some calls, null for each that ended in a fault; null if there are none. */
  const part = async (calls) => {
    const { value } =
      await Endpoint.call("system.multicall", [{ type: "array", items: calls.map(asStruct) }]);
    // A result is an array of one; a fault is a struct.
    return value?.type === "array" ? value.items.map((each) => each.items?.[0] ?? null) : null;
  };

  // One part after another: a server may allow only a few requests at a time.
  const multicall = async (calls) => {
    const results = [];
    for (let start = 0; start < calls.length; start += CALLS_IN_PART) {
      const some = await part(calls.slice(start, start + CALLS_IN_PART));
      if (some === null) {
        return null;
      }
      results.push(...some);
    }
    return results;
  };

  const introspected = async (names) => {
    const results = await multicall(names.flatMap((name) => [
      { method: "system.methodSignature", name },
      { method: "system.methodHelp", name },
    ]));
    return names.map((name, index) =>
      results === null
        ? Descriptions.bare(name)
        : Descriptions.ofIntrospection(
          name, results[2 * index] ?? null, results[2 * index + 1] ?? null));
  };

  const compare = (a, b) => (a < b ? -1 : Number(a > b));

  const sorted = (methods) =>
    methods.filter(({ name }) => name !== "").sort((a, b) => compare(a.name, b.name));

  const loadByIntrospection = async () => {
    const outcome = await Endpoint.call("system.listMethods", []);
    if (outcome.value) {
      const methods = await introspected(Descriptions.names(outcome.value));
      return { methods: sorted(methods), source: "introspection" };
    }
    const isOff = !isRefusal(outcome) && outcome.fault.code === NO_SUCH_METHOD;
    return isOff ? { methods: [], source: "none" } : failure(outcome);
  };

  /**
   * Loads the methods: `{methods, source}`, where source is "describe", "introspection" or, for a
   * server that tells nothing, "none"; or else `{problem, status}`, the status 0 without an answer.
   */
  const load = async () => {
    const outcome = await Endpoint.call("system.describe", []);
    if (outcome.value) {
      return { methods: sorted(Descriptions.ofDescribe(outcome.value)), source: "describe" };
    }
    return isRefusal(outcome) ? failure(outcome) : loadByIntrospection();
  };

  // ------------------------------------------------------------------------------------ grouping

  /** What stands before the last dot, with the dot; empty if there is none. */
  const prefix = (name) => name.slice(0, name.lastIndexOf(".") + 1);

  // Names without a prefix come first, and what every server has comes last.
  const place = (name) => (name === "" ? 0 : name === "system." ? 2 : 1);

  /** `[{prefix, methods}]`, in the order of the page. */
  const groups = (methods) => {
    const found = new Map();
    for (const method of methods) {
      const key = prefix(method.name);
      found.set(key, [...(found.get(key) ?? []), method]);
    }
    return [...found]
      .map(([key, some]) => ({ prefix: key, methods: some }))
      .sort((a, b) => place(a.prefix) - place(b.prefix) || compare(a.prefix, b.prefix));
  };

  // ----------------------------------------------------------------------------------- searching

  const lowered = new WeakMap();

  const lower = (method) => {
    if (!lowered.has(method)) {
      const name = method.name.toLowerCase();
      lowered.set(method, { name, last: prefix(name).length, help: method.help.toLowerCase() });
    }
    return lowered.get(method);
  };

  /** The lower the better: the name begins so, its last part does, it has it, the help has it. */
  const rank = ({ name, last, help }, word) => {
    if (name.startsWith(word)) {
      return 0;
    } else if (name.startsWith(word, last)) {
      return 1;
    } else if (name.includes(word)) {
      return 2;
    }
    return help.includes(word) ? 3 : Infinity;
  };

  /** The methods that have all words of a text, the best first. */
  const search = (methods, text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const ranks = methods.map((method) =>
      ({ method, rank: Math.max(...words.map((word) => rank(lower(method), word))) }));
    return ranks
      .filter((each) => each.rank !== Infinity)
      .sort((a, b) => a.rank - b.rank)
      .map(({ method }) => method);
  };

  // ------------------------------------------------------------------------------- similar names

  const pairs = (name) => {
    const letters = [...name.toLowerCase()];
    return new Set(letters.slice(1).map((letter, index) => letters[index] + letter));
  };

  /** How many pairs of letters two names share: from 0 for none to 1 for all. */
  const likeness = (a, b) => {
    const ofA = pairs(a);
    const ofB = pairs(b);
    const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
    return (2 * shared) / Math.max(1, ofA.size + ofB.size);
  };

  /** The methods whose names are most like a name, the best first. */
  const similar = (methods, name) =>
    methods
      .map((method) => ({ method, likeness: likeness(method.name, name) }))
      .filter((each) => each.likeness >= LIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST_SIMILAR)
      .map(({ method }) => method);

  return Object.freeze({ load, prefix, groups, search, similar });
})();
