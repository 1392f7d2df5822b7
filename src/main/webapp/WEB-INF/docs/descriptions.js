"use strict";

/** Makes descriptions of methods of what a server answers, whatever of it is missing. */
const Descriptions = (() => {
  const TYPES = new Set([
    "int", "i8", "boolean", "double", "string", "dateTime.iso8601", "base64", "nil",
    "biginteger", "bigdecimal", "array", "struct",
  ]);
  const OTHER_NAMES = new Map([
    ["i1", "int"], ["i2", "int"], ["i4", "int"], ["float", "double"],
    ["dateTime", "dateTime.iso8601"],
  ]);

  /** A node as plain values; structs are maps, for their members can have any name. */
  const plain = (node) => {
    if (node.type === "array") {
      return node.items.map(plain);
    } else if (node.type === "struct") {
      return new Map(node.members.map(({ name, value }) => [name, plain(value)]));
    }
    return node.type === "boolean" ? node.text === "1" : node.text ?? null;
  };

  const field = (value, name) => (value instanceof Map ? value.get(name) : undefined);
  const list = (value) => (Array.isArray(value) ? value : []);
  const words = (value) => list(value).filter((each) => typeof each === "string");
  const string = (value) => (typeof value === "string" ? value : "");

  // A server may have types of its own; their values can be anything.
  const wireName = (name) => {
    const found = OTHER_NAMES.get(name) ?? name;
    return TYPES.has(found) ? found : "undefined";
  };

  const type = (value) => {
    const name = string(field(value, "name"));
    const element = field(value, "element");
    const members = list(field(value, "members")).map(member);
    const values = words(field(value, "values"));
    return {
      type: wireName(string(field(value, "type"))),
      ...(name !== "" && { name }),
      ...(element && { element: type(element) }),
      ...(members.length > 0 && { members }),
      ...(values.length > 0 && { values }),
    };
  };

  const member = (value) => ({
    name: string(field(value, "name")),
    type: type(field(value, "type")),
    optional: field(value, "optional") === true,
  });

  const param = (value, index) => ({
    name: string(field(value, "name")) || `param${index + 1}`,
    type: type(field(value, "type")),
    optional: field(value, "optional") === true,
    repeated: field(value, "repeated") === true,
  });

  const signature = (value) => ({
    result: type(field(value, "result")),
    params: list(field(value, "params")).map(param),
  });

  const roles = (value) => (Array.isArray(value) ? words(value) : null);

  const method = (value) => ({
    name: string(field(value, "name")),
    help: string(field(value, "help")),
    idempotent: field(value, "idempotent") === true,
    roles: roles(field(value, "roles")),
    signatures: list(field(value, "signatures")).map(signature),
  });

  /** A method of which no more is known than its name. */
  const bare = (name) => ({ name, help: "", idempotent: false, roles: null, signatures: [] });

  /** The answer of `system.describe`. */
  const ofDescribe = (node) => list(plain(node)).map(method);

  /** The answer of `system.listMethods`. */
  const names = (node) => words(plain(node));

  const signatureOfWords = (row) => {
    const [result = { type: "undefined" }, ...params] =
      words(row).map((name) => ({ type: wireName(name) }));
    return {
      result,
      params: params.map((each, index) => ({
        name: `param${index + 1}`, type: each, optional: false, repeated: false,
      })),
    };
  };

  /** Of the answers of `system.methodSignature` and `system.methodHelp`, or null for a fault. */
  const ofIntrospection = (name, signatures, help) => ({
    ...bare(name),
    help: help === null ? "" : string(plain(help)),
    // A method that takes whatever it is sent has a string here.
    signatures: signatures === null
      ? []
      : list(plain(signatures)).filter(Array.isArray).map(signatureOfWords),
  });

  return Object.freeze({ bare, names, ofDescribe, ofIntrospection });
})();
