"use strict";

/** Fields that are made of others: arrays, structs with members, and structs of any names. */
const PartFields = (() => {
  /** Reads all, so that each mistake is marked; null if there is one. */
  const readAll = (fields, report) => {
    const nodes = fields.map((field) => field.read(report));
    return nodes.includes(null) ? null : nodes;
  };

  const ANY = Object.freeze({ type: "undefined" });

  /** Whether a type stands for a record that is being described: it would never end. */
  const isRecursive = (type, records) =>
    type.type === "struct" && Boolean(type.name) && !type.members && records.has(type.name);

  // ------------------------------------------------------------------------------- arrays

  const rowsOf = (spec, element) =>
    Rows.create({
      name: spec.name,
      add: "Add item",
      make: () => Field.of({
        type: element, name: `item of ${spec.name}`, isNamed: true, records: spec.records,
      }),
    });

  const array = (spec) => {
    const element = spec.type.element ?? ANY;
    const rows = rowsOf(spec, element);
    if (!isRecursive(element, spec.records)) {
      rows.append();
    }
    return {
      element: FieldFrame.group(spec, Types.text(spec.type), rows.element),
      read: (report) => {
        const items = readAll(rows.fields(), report);
        return items && { type: "array", items };
      },
      fill: (node) => rows.fill(node.items),
    };
  };

  /** Parameters that may be there any number of times. Its `readAll` gives one node for each. */
  const repeated = (spec) => {
    const rows = rowsOf(spec, spec.type);
    rows.append();
    return {
      element: FieldFrame.group(spec, `${Types.text(spec.type)}, any number`, rows.element),
      readAll: (report) => readAll(rows.fields(), report),
      fillAll: (nodes) => rows.fill(nodes),
    };
  };

  // ------------------------------------------------------------------------------- records

  /** A field that is only made, and only sent, when its box is checked. */
  const optional = (spec, { onToggle = () => {}, note = ", optional" } = {}) => {
    const box = Dom.el("input", { attrs: { type: "checkbox" } });
    const body = Dom.el("div", { class: "optional__body" });
    let field = null;
    const include = (included) => {
      box.checked = included;
      body.hidden = !included;
      if (included && !field) {
        field = Field.of({ ...spec, isNamed: true });
        body.append(field.element);
      }
    };
    box.addEventListener("change", () => {
      include(box.checked);
      onToggle(box.checked);
    });
    include(false);
    const label = Dom.el("label", { class: "check" }, box,
      ...FieldFrame.nameAndType(spec.name, Types.text(spec.type) + note));
    return {
      element: Dom.el("div", { class: "optional" }, label, body),
      include,
      isIncluded: () => !body.hidden,
      read: (report) => field.read(report),
      fill: (node) => {
        include(true);
        field.fill(node);
      },
    };
  };

  const memberField = ({ name, type, optional: isOptional }, records) => {
    const spec = { type, name, records };
    const isEndless = isRecursive(type, records);
    const field = isOptional || isEndless
      ? optional(spec, { note: isOptional ? ", optional" : "" })
      : Field.of(spec);
    return { name, field, isIncluded: field.isIncluded ?? (() => true) };
  };

  const readMembers = (members, report) => {
    const included = members.filter((member) => member.isIncluded());
    const values = readAll(included.map((member) => member.field), report);
    return values && {
      type: "struct",
      members: values.map((value, index) => ({ name: included[index].name, value })),
    };
  };

  const fillMembers = (members, node) => {
    members.forEach(({ name, field }) => {
      const found = node.members.find((member) => member.name === name);
      if (found) {
        field.fill(found.value);
      } else {
        field.include?.(false);
      }
    });
  };

  const struct = (spec) => {
    const records = spec.type.name
      ? new Map([...spec.records, [spec.type.name, spec.type]])
      : spec.records;
    const members = spec.type.members.map((member) => memberField(member, records));
    return {
      element: FieldFrame.group(spec, Types.text(spec.type),
        Dom.el("div", { class: "members" }, ...members.map(({ field }) => field.element))),
      read: (report) => readMembers(members, report),
      fill: (node) => fillMembers(members, node),
    };
  };

  // ------------------------------------------------------------------------------- maps

  const entry = (spec, element) => {
    const control = Dom.el("input", {
      class: "field code", attrs: { type: "text", autocomplete: "off", spellcheck: "false" },
    });
    const name = FieldFrame.around(control, { name: "name" }, "");
    const field = Field.of({ type: element, name: "value", records: spec.records });
    return {
      control,
      field,
      element: Dom.el("div", { class: "entry" }, name, field.element),
      fill: (member) => {
        control.value = member.name;
        field.fill(member.value);
      },
    };
  };

  const reportTwins = (entries, report) => {
    const seen = new Set();
    const twins = entries.filter(({ control }) => {
      const isTwin = seen.has(control.value);
      seen.add(control.value);
      return isTwin;
    });
    twins.forEach(({ control }) => report(control, "There is a member of this name already."));
    return twins.length > 0;
  };

  const readEntries = (entries, report) => {
    const hasTwins = reportTwins(entries, report);
    const values = readAll(entries.map((each) => each.field), report);
    return hasTwins || !values ? null : {
      type: "struct",
      members: values.map((value, index) => ({ name: entries[index].control.value, value })),
    };
  };

  const map = (spec) => {
    const rows = Rows.create({
      name: spec.name,
      add: "Add member",
      make: () => entry(spec, spec.type.element ?? ANY),
    });
    return {
      element: FieldFrame.group(spec, Types.text(spec.type), rows.element),
      read: (report) => readEntries(rows.fields(), report),
      fill: (node) => rows.fill(node.members),
    };
  };

  return Object.freeze({ array, repeated, optional, struct, map, readAll });
})();
