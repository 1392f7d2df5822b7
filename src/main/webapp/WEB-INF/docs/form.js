"use strict";

/** The form of a method: the fields of a signature, or of any parameters. */
const Form = (() => {
  const ANY = Object.freeze({ type: "undefined" });

  // ------------------------------------------------------------------------------- parameters

  /** One parameter that is always sent. */
  const required = (param) => {
    const field = Field.of(param);
    return {
      element: field.element,
      read: (report) => {
        const node = field.read(report);
        return node && [node];
      },
      fill: (nodes) => {
        if (nodes.length > 0) {
          field.fill(nodes.shift());
        }
      },
    };
  };

  const repeated = (param) => {
    const field = PartFields.repeated({ records: new Map(), ...param });
    return {
      element: field.element,
      read: field.readAll,
      fill: (nodes) => field.fillAll(nodes.splice(0)),
    };
  };

  /** One that may be left out, together with all that follow it. */
  const optional = (param, onToggle) => {
    const field = PartFields.optional({ records: new Map(), ...param }, { onToggle });
    return {
      element: field.element,
      include: field.include,
      read: (report) => {
        if (!field.isIncluded()) {
          return [];
        }
        const node = field.read(report);
        return node && [node];
      },
      fill: (nodes) => {
        if (nodes.length > 0) {
          field.fill(nodes.shift());
        } else {
          field.include(false);
        }
      },
    };
  };

  const parts = (params) => {
    const all = params.map((param, index) => {
      if (param.repeated) {
        return repeated(param);
      }
      return param.optional
        ? optional(param, (isIncluded) => toggled(index, isIncluded))
        : required(param);
    });
    // Parameters have no names on the wire: what is sent has no gaps.
    const toggled = (index, isIncluded) => {
      const others = isIncluded ? all.slice(0, index) : all.slice(index + 1);
      others.forEach((part) => part.include?.(isIncluded));
    };
    return all;
  };

  const ofSignature = (signature) => {
    const all = parts(signature.params);
    const nothing = Dom.el("p", { class: "quiet", text: "This method has no parameters." });
    return {
      element: Dom.el("div", { class: "params" },
        ...(all.length > 0 ? all.map((part) => part.element) : [nothing])),
      read: (report) => {
        const lists = all.map((part) => part.read(report));
        return lists.includes(null) ? null : lists.flat();
      },
      fill: (nodes) => {
        const left = [...nodes];
        all.forEach((part) => part.fill(left));
      },
    };
  };

  /** Parameters of a method that does not say what it takes. */
  const ofAnything = () => {
    const rows = Rows.create({
      name: "parameter",
      add: "Add parameter",
      label: (index) => ` ${index + 1}`,
      make: () => Field.of({ type: ANY, name: "value", isNamed: true }),
    });
    return {
      element: Dom.el("div", { class: "params" }, rows.element),
      read: (report) => PartFields.readAll(rows.fields(), report),
      fill: (nodes) => rows.fill(nodes),
    };
  };

  // ------------------------------------------------------------------------------- signatures

  const fitsType = (type, node) => {
    if (type.type === "undefined" || type.type === node.type) {
      return type.type !== "array" ||
        node.items.every((item) => fitsType(type.element ?? ANY, item));
    }
    return false;
  };

  /** Whether nodes may have been made by the form of a signature. */
  const fits = ({ params }, nodes) => {
    const last = params.at(-1);
    const isLongEnough = nodes.length >= params.filter((p) => !p.optional && !p.repeated).length;
    return isLongEnough && nodes.every((node, index) => {
      const param = params[index] ?? (last?.repeated ? last : null);
      return param !== null && fitsType(param.type, node);
    });
  };

  /** Forms of several signatures, one of which is shown. Each keeps what was typed. */
  const choiceOf = (name, signatures) => {
    const forms = signatures.map(ofSignature);
    const body = Dom.el("div", {}, forms[0].element);
    let chosen = forms[0];
    const choose = (index) => {
      chosen = forms[index];
      body.replaceChildren(chosen.element);
    };
    const segments = Segments.create({
      label: "Signature",
      options: signatures.map((signature, index) =>
        ({ value: String(index), text: Types.signatureText(name, signature) })),
      onChoose: (value) => choose(Number(value)),
    });
    segments.element.classList.add("segments--code");
    return {
      element: Dom.el("div", { class: "signatures" }, segments.element, body),
      read: (report) => chosen.read(report),
      fill: (nodes) => {
        const index = Math.max(0, signatures.findIndex((each) => fits(each, nodes)));
        segments.choose(String(index));
        choose(index);
        chosen.fill(nodes);
      },
    };
  };

  const contentOf = (name, signatures) => {
    if (signatures.length === 0) {
      return ofAnything();
    }
    return signatures.length === 1 ? ofSignature(signatures[0]) : choiceOf(name, signatures);
  };

  const clearMarks = (element) =>
    element.querySelectorAll('[aria-invalid="true"]').forEach(FieldFrame.unmark);

  const readAndMark = (element, content) => {
    clearMarks(element);
    const nodes = content.read(FieldFrame.mark);
    if (nodes === null) {
      element.querySelector('[aria-invalid="true"]')?.focus();
    }
    return nodes;
  };

  /**
   * The form of a method. `read()` gives its parameters, or null after it has marked what is
   * wrong; `peek()` marks nothing; `fill(nodes)` shows parameters; listeners of `onChange` hear of
   * each change.
   */
  const create = (name, signatures) => {
    const content = contentOf(name, signatures);
    const element = Dom.el("div", { class: "form" }, content.element);
    const listeners = [];
    const tell = () => listeners.forEach((listener) => listener());
    element.addEventListener("input", tell);
    element.addEventListener("change", tell);
    return Object.freeze({
      element,
      read: () => readAndMark(element, content),
      peek: () => content.read(() => {}),
      fill: (nodes) => {
        clearMarks(element);
        content.fill(nodes);
        tell();
      },
      onChange: (listener) => listeners.push(listener),
    });
  };

  return Object.freeze({ create });
})();
