"use strict";

/** The field of a type. */
const Field = (() => {
  const struct = (spec) => {
    const known = spec.type.members ? spec.type : spec.records.get(spec.type.name);
    return known?.members ? PartFields.struct({ ...spec, type: known }) : PartFields.map(spec);
  };

  const MAKERS = Object.freeze({
    int: TextFields.number, i8: TextFields.number, biginteger: TextFields.number,
    double: TextFields.number, bigdecimal: TextFields.number,
    string: TextFields.string, boolean: TextFields.boolean, nil: TextFields.nil,
    "dateTime.iso8601": DateField.create, base64: BytesField.create,
    array: PartFields.array, struct,
  });

  const makerOf = (type) => {
    if (type.values?.length > 0) {
      return TextFields.choice;
    }
    return Object.hasOwn(MAKERS, type.type) ? MAKERS[type.type] : AnyField.create;
  };

  /** A field for a spec, as FieldFrame says what that is. */
  const of = (spec) => makerOf(spec.type)({ records: new Map(), ...spec });

  return Object.freeze({ of });
})();
