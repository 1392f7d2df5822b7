"use strict";

/** Reads JSON, from a text that a person has typed, into nodes. */
const JsonReader = (() => {
  class Problem extends Error {
    constructor(message) {
      super(message);
      this.name = "Json.Problem";
    }
  }

  const TYPED = Object.freeze({
    $i: "int", $l: "i8", $s: "string", $d: "double", $b: "boolean", $t: "dateTime.iso8601",
    $n: "nil", $64: "base64", $base64: "base64", $biginteger: "biginteger",
    $bigdecimal: "bigdecimal",
  });

  // Deeper than any server reads, and far from the end of the stack.
  const DEEPEST = 200;

  const BLANKS = /[ \t\r\n]*/y;
  const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
  const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  const WORD = /[A-Za-z]+/y;

  const place = (text, at) => {
    const lines = text.slice(0, at).split("\n");
    return `Line ${lines.length}, column ${lines.at(-1).length + 1}`;
  };

  class Reader {
    constructor(text) {
      this.text = text;
      this.at = 0;
      this.depth = 0;
    }

    fail(message, at = this.at) {
      throw new Problem(`${place(this.text, at)}: ${message}`);
    }

    /** What matches here, which is then behind us, or null. */
    take(pattern) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      this.at += found ? found[0].length : 0;
      return found && found[0];
    }

    /** Whether the next letter is that one, which is then behind us. */
    skips(letter) {
      this.take(BLANKS);
      const isNext = this.text[this.at] === letter;
      this.at += isNext ? 1 : 0;
      return isNext;
    }

    expect(letter) {
      if (!this.skips(letter)) {
        this.fail(`expected ${letter}, found ${this.next()}`);
      }
    }

    next() {
      return this.at < this.text.length ? [...this.text.slice(this.at, this.at + 2)][0] : "the end";
    }

    string() {
      const literal = this.take(STRING);
      return literal === null
        ? this.fail("this text does not end, or has what must be written with a backslash")
        : JSON.parse(literal);
    }

    number() {
      const start = this.at;
      const text = this.take(NUMBER);
      if (text === null) {
        this.fail(`expected a value, found ${this.next()}`);
      } else if (/[.eE]/.test(text)) {
        return Number.isFinite(Number(text))
          ? { type: "double", text }
          : this.fail(`${text} is larger than any double`, start);
      }
      const type = [["int", 32], ["i8", 64]].find(([, bits]) => WireText.inRange(text, bits));
      return type
        ? { type: type[0], text }
        : this.fail(`${text} needs more than 64 bit; write {"$biginteger": "${text}"}`, start);
    }

    word() {
      const start = this.at;
      const word = this.take(WORD);
      const known = { true: { type: "boolean", text: "1" }, false: { type: "boolean", text: "0" },
        null: { type: "nil" } };
      return Object.hasOwn(known, word)
        ? known[word]
        : this.fail(`expected a value, found ${word}; texts stand in double quotes`, start);
    }

    array() {
      const items = [];
      this.expect("[");
      while (!this.skips("]")) {
        if (items.length > 0) {
          this.expect(",");
        }
        items.push(this.value());
      }
      return { type: "array", items };
    }

    member(members) {
      this.take(BLANKS);
      const start = this.at;
      if (this.text[start] !== '"') {
        this.fail(`expected the name of a member in ", found ${this.next()}`);
      }
      const name = this.string();
      if (members.some((member) => member.name === name)) {
        this.fail(`there are two members "${name}"`, start);
      }
      this.expect(":");
      return { name, value: this.value() };
    }

    object() {
      const start = this.at;
      const members = [];
      this.expect("{");
      while (!this.skips("}")) {
        if (members.length > 0) {
          this.expect(",");
        }
        members.push(this.member(members));
      }
      return this.typed(members, start) ?? { type: "struct", members };
    }

    typed(members, start) {
      const [only] = members;
      const isTyped = members.length === 1 && Object.hasOwn(TYPED, only.name);
      if (!isTyped || only.value.type !== "string") {
        return null;
      }
      try {
        return Scalar.read(TYPED[only.name], only.value.text);
      } catch (error) {
        if (error instanceof Scalar.Problem) {
          this.fail(error.message, start);
        }
        throw error;
      }
    }

    part() {
      switch (this.text[this.at]) {
        case "{":
          return this.object();
        case "[":
          return this.array();
        case '"':
          return { type: "string", text: this.string() };
        default:
          return /[A-Za-z]/.test(this.text[this.at] ?? "") ? this.word() : this.number();
      }
    }

    value() {
      this.take(BLANKS);
      this.depth += 1;
      if (this.depth > DEEPEST) {
        this.fail(`there are more than ${DEEPEST} levels`);
      }
      const node = this.part();
      this.depth -= 1;
      return node;
    }
  }

  /**
   * The node that JSON stands for.
   *
   * @throws Json.Problem with the line and the column of the first mistake
   */
  const parse = (text) => {
    const reader = new Reader(text);
    const node = reader.value();
    reader.take(BLANKS);
    return reader.at === text.length
      ? node
      : reader.fail(`expected the end, found ${reader.next()}`);
  };

  return Object.freeze({ parse, Problem });
})();
