"use strict";

/**
 * A call as a program in PHP, with nothing but what PHP comes with. Its own extension for XML-RPC
 * left it with PHP 8.0, and the one outside is not maintained; the library that is, phpxmlrpc,
 * needs Composer and a project. So this writes the call with a few small functions, which say the
 * types and escape whatever replaces the values here, and reads the answer with SimpleXML.
 */
const PhpSnippet = (() => {
  const { escaped, braced, isVisible, group, labelled, laidOut, everyNode } = Literals;

  const SINGLE = { "\\": "\\\\", "'": "\\'" };
  const DOUBLE = {
    "\\": "\\\\", "\"": "\\\"", "$": "\\$", "\n": "\\n", "\r": "\\r", "\t": "\\t",
  };
  const LEAST = "-9223372036854775808";

  const quoted = (text) => [...text].every(isVisible)
    ? `'${escaped(text, SINGLE, braced)}'`
    : `"${escaped(text, DOUBLE, braced)}"`;

  const content = (node) => {
    if (node.type === "int" || node.type === "i8") {
      // PHP reads the least of all numbers as a minus and a number that is one too large.
      return node.text === LEAST ? "PHP_INT_MIN" : node.text;
    }
    return node.type === "double" || node.type === "boolean" ? node.text : quoted(node.text);
  };

  const value = (node) => {
    switch (node.type) {
      case "nil": return "'<value><nil/></value>'";
      case "array": return group("items([", node.items.map(value), "])");
      case "struct": return group("struct([", node.members.map((member) =>
        labelled(`${quoted(member.name)} => `, value(member.value))), "])");
      default: return `value('${node.type}', ${content(node)})`;
    }
  };

  const TEXT = `
function text(string $text): string
{
    return str_replace("\\r", '&#13;', htmlspecialchars($text, ENT_XML1 | ENT_SUBSTITUTE));
}
`;
  const VALUE = `
function value(string $type, string|int|float $content): string
{
    // As JSON a float keeps all its digits.
    $text = is_float($content) ? json_encode($content) : (string) $content;
    return "<value><$type>" . text($text) . "</$type></value>";
}
`;
  const ITEMS = `
function items(array $values): string
{
    return '<value><array><data>' . implode($values) . '</data></array></value>';
}
`;
  const STRUCT = `
function struct(array $members): string
{
    $xml = '';
    foreach ($members as $name => $value) {
        $xml .= '<member><name>' . text($name) . "</name>$value</member>";
    }
    return "<value><struct>$xml</struct></value>";
}
`;
  const CALL = `
function call(string $url, string $method, array $params, array $headers = []): mixed
{
    $xml = '<?xml version="1.0"?><methodCall><methodName>' . text($method)
        . '</methodName><params>';
    foreach ($params as $param) {
        $xml .= "<param>$param</param>";
    }
    $answer = file_get_contents($url, false, stream_context_create(['http' => [
        'method' => 'POST',
        'header' => ['Content-Type: text/xml', ...$headers],
        'content' => "$xml</params></methodCall>",
        'follow_location' => 0,
        'ignore_errors' => true,
    ]]));
    if ($answer === false) {
        throw new RuntimeException("no answer from $url");
    }
    $response = simplexml_load_string($answer) ?: throw new RuntimeException($answer);
    if (isset($response->fault)) {
        $fault = decoded($response->fault->value);
        throw new RuntimeException($fault['faultString'], $fault['faultCode']);
    }
    return decoded($response->params->param->value);
}
`;
  const DECODED = `
function decoded(SimpleXMLElement $value): mixed
{
    $typed = $value->xpath('*')[0] ?? null;
    return match ($typed?->getName()) {
        'int', 'i4', 'i8' => (int) $typed,
        'double' => (float) $typed,
        'boolean' => (string) $typed === '1',
        'base64' => base64_decode((string) $typed),
        'nil' => null,
        'array' => array_map('decoded', $typed->xpath('data/value')),
        'struct' => array_combine(
            array_map('strval', $typed->xpath('member/name')),
            array_map('decoded', $typed->xpath('member/value'))
        ),
        default => (string) ($typed ?? $value),
    };
}
`;

  const functions = (nodes) => {
    const types = new Set(nodes.map((node) => node.type));
    const hasScalar = [...types].some((type) => !["nil", "array", "struct"].includes(type));
    return [
      CALL,
      types.has("array") ? ITEMS : "",
      types.has("struct") ? STRUCT : "",
      hasScalar ? VALUE : "",
      TEXT,
      DECODED,
    ].join("");
  };

  const of = (call) => {
    const args = [quoted(call.url), quoted(call.method), group("[", call.params.map(value), "]")];
    if (call.token) {
      args.push("['Authorization: Bearer ' . getenv('FARCALL_TOKEN')]");
    }
    const result = laidOut(group("$result = call(", args, ");"), 0, 4);
    return `<?php

// For PHP 8 with SimpleXML, which it comes with.

${result}
var_dump($result);
${functions(everyNode(call.params))}`;
  };

  return Object.freeze({ id: "php", title: "PHP", of });
})();
