import type { DataType, Decimal, StructType, Value } from './data-type.ts';
import { trimDecimal } from './decimal.ts';

/** Something a `Map` or `Set` finds again. */
export type ValueKey = string | number | bigint | boolean;

/**
 * A primitive for each value of a type, such that two values have the same key (as `Map` and `Set` compare: NaN is itself, and
 * -0 is 0) exactly when {@link compareOf} says 0 of them. Null has a key of its own.
 *
 * Numbers, strings and booleans are their own keys; a long is a number while it is a safe integer, else a bigint. The others get a
 * text that means something only within their type. Keys are for memory, not for storage.
 */
export function keyOf(type: DataType): (value: Value) => ValueKey {
  switch (type.kind) {
    case 'boolean':
      return (value) => (value === null ? 0 : (value as boolean));
    case 'long':
    case 'timestamp':
      return (value) => (value === null ? false : longKey(value as number | bigint));
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
    case 'float':
    case 'double':
      return (value) => (value === null ? false : (value as number));
    case 'string':
      return (value) => (value === null ? false : (value as string));
    case 'binary':
      return (value) => (value === null ? false : bytesText(value as Uint8Array));
    default:
      return codeOf(type);
  }
}

/** Self-delimiting: no code of a type is the beginning of another of the same type, so that codes may be strung together. */
type Code = (value: Value) => string;

/** Null is `~`, with which no other code begins. */
function codeOf(type: DataType): Code {
  const code = presentCode(type);
  return (value) => (value === null || value === undefined ? '~' : code(value));
}

/** The `as` below hold because the code is chosen by the type of the value. */
function presentCode(type: DataType): Code {
  switch (type.kind) {
    case 'boolean':
      return (value) => (value === true ? 't' : 'f');
    case 'string':
      return (value) => lengthFirst(value as string);
    case 'binary':
      return (value) => lengthFirst(bytesText(value as Uint8Array));
    case 'decimal':
      return (value) => decimalCode(value as Decimal);
    case 'list': {
      const element = codeOf(type.element);
      return (value) => `[${(value as readonly Value[]).map(element).join('')}]`;
    }
    case 'map': {
      const key = codeOf(type.key);
      const item = codeOf(type.value);
      // Sorting the codes is not the canonical order, but it is one order for equal maps, and all that a key needs.
      return (value) => {
        const entries = [...(value as ReadonlyMap<Value, Value>)].map((entry) => key(entry[0]) + item(entry[1]));
        return `{${entries.sort().join('')}}`;
      };
    }
    case 'struct':
      return structCode(type);
    default:
      // Any other is a number or a bigint; both print the same digits for the same integer, and -0 prints as 0.
      return (value) => `${String(longKey(value as number | bigint))};`;
  }
}

function structCode(type: StructType): Code {
  const fields = type.fields.map((field) => ({ name: field.name, code: codeOf(field.type) }));
  return (value) => {
    const struct = value as { readonly [field: string]: Value };
    let text = '(';
    for (const { name, code } of fields) text += code(struct[name] ?? null);
    return text;
  };
}

function longKey(value: number | bigint): number | bigint {
  if (typeof value === 'number') return value;
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

function decimalCode(decimal: Decimal): string {
  const { unscaled, scale } = trimDecimal(decimal);
  return `${unscaled}e${scale};`;
}

const lengthFirst = (text: string): string => `${text.length}:${text}`;

/** One UTF-16 unit a byte. */
function bytesText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
