import { type DataType, type Decimal, decimalText, type StructType, trimDecimal, type Value } from '@isochron/schema';

/**
 * A value as text, equal values as equal text: `true`, `12`, `0.5`, `12.3` (of the decimal 12.30), bytes in hexadecimal, lists,
 * maps and structs as JSON has them, maps in the order of the texts of their entries. A string is itself.
 */
export function textOf(type: DataType): (value: Value) => string {
  if (type.kind === 'string') return (value) => value as string;
  return nestedText(type);
}

/** Within another value strings are quoted and null is `null`. The `as` hold because a value is of its type. */
function nestedText(type: DataType): (value: Value) => string {
  const text = presentText(type);
  return (value) => (value === null ? 'null' : text(value));
}

function presentText(type: DataType): (value: Value) => string {
  switch (type.kind) {
    case 'string':
      return (value) => JSON.stringify(value);
    case 'binary':
      return (value) => [...(value as Uint8Array)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'decimal':
      return (value) => decimalText(trimDecimal(value as Decimal));
    case 'list': {
      const element = nestedText(type.element);
      return (value) => `[${(value as readonly Value[]).map(element).join()}]`;
    }
    case 'map': {
      const key = nestedText(type.key);
      const item = nestedText(type.value);
      const entry = ([name, held]: readonly [Value, Value]): string => `${key(name)}:${item(held)}`;
      return (value) => `{${[...(value as ReadonlyMap<Value, Value>)].map(entry).sort().join()}}`;
    }
    case 'struct':
      return structText(type);
    default:
      // A boolean, number or bigint; -0 prints as 0.
      return String;
  }
}

function structText(type: StructType): (value: Value) => string {
  const fields = type.fields.map((field) => ({ name: field.name, text: nestedText(field.type) }));
  return (value) => {
    const struct = value as { readonly [field: string]: Value };
    return `{${fields.map(({ name, text }) => `${JSON.stringify(name)}:${text(struct[name] ?? null)}`).join()}}`;
  };
}
