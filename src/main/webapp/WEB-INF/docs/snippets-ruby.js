"use strict";

/** A call as a program in Ruby, with the gem xmlrpc, which once was a part of Ruby. */
const RubySnippet = (() => {
  const { escaped, braced, group, labelled, laidOut, everyNode, fitsInt } = Literals;

  const SPECIAL = { "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const PLAIN_DATE = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)$/;

  // A # begins code in a text only before one of these.
  const quoted = (text) =>
    `"${escaped(text, SPECIAL, braced).replace(/#(?=[{$@])/g, "\\#")}"`;

  // The gem refuses integers beyond 32 bit, has no dates with an offset or a fraction, no word for
  // the big types, and writes a carriage return as it is, which XML takes for a line feed.
  const isTyped = (node) =>
    ["biginteger", "bigdecimal"].includes(node.type) ||
    (node.type === "i8" && !fitsInt(node)) ||
    (node.type === "dateTime.iso8601" && !PLAIN_DATE.test(node.text)) ||
    (node.type === "string" && node.text.includes("\r"));

  const typed = (node) => {
    const isNumber = node.type === "i8" || node.type === "biginteger";
    return `Typed.new("${node.type}", ${isNumber ? node.text : quoted(node.text)})`;
  };

  const date = (text) => {
    const parts = PLAIN_DATE.exec(text).slice(1).map(Number);
    return `XMLRPC::DateTime.new(${parts.join(", ")})`;
  };

  const value = (node) => {
    if (isTyped(node)) {
      return typed(node);
    }
    switch (node.type) {
      case "int": case "i8": case "double": return node.text;
      case "boolean": return String(node.text === "1");
      case "string": return quoted(node.text);
      case "dateTime.iso8601": return date(node.text);
      case "base64": return `XMLRPC::Base64.new(${quoted(node.text)}, :enc)`;
      case "array": return group("[", node.items.map(value), "]");
      case "struct": return group("{", node.members.map((member) =>
        labelled(`${quoted(member.name)} => `, value(member.value))), "}");
      default: return "nil";
    }
  };

  const NIL = `
# nil is an extension, which the gem leaves off.
XMLRPC::Config.module_eval do
  %i[ENABLE_NIL_CREATE ENABLE_NIL_PARSER].each do |name|
    remove_const(name)
    const_set(name, true)
  end
end
`;
  const TYPED = `
# A value as the gem does not write it: the name of its type, and its text.
class Typed
  attr_reader :type, :text

  def initialize(type, text)
    @type = type
    @text = text.to_s
  end
end

module TypedValues
  def conv2value(value)
    return super unless value.is_a?(Typed)

    element = @writer.tag(value.type, value.text).gsub("\\r", "&#13;")
    @writer.ele("value", element)
  end
end

XMLRPC::Create.prepend(TypedValues)
`;
  const TOKEN =
    'client.http_header_extra = { "Authorization" => "Bearer #{ENV.fetch("FARCALL_TOKEN")}" }\n';

  const of = (call) => {
    const nodes = everyNode(call.params);
    Literals.refuseReturns(nodes, "The gem xmlrpc");
    const args = [quoted(call.method), ...call.params.map(value)];
    return [
      'require "xmlrpc/client" # gem install xmlrpc\n',
      nodes.some((node) => node.type === "nil") ? NIL : "",
      nodes.some(isTyped) ? TYPED : "",
      `\nclient = XMLRPC::Client.new2(${quoted(call.url)})\n`,
      call.token ? TOKEN : "",
      `${laidOut(group("result = client.call(", args, ")"), 0, 2)}\n`,
      "p result\n",
    ].join("");
  };

  return Object.freeze({ id: "ruby", title: "Ruby", of });
})();
