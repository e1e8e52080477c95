import type { DataType, Decimal, StructType, Value } from './data-type.ts';
import { compareDecimals } from './decimal.ts';

/** Less than 0, 0 or more than 0, as `Array.prototype.sort` takes it. */
export type Compare = (a: Value, b: Value) => number;

/**
 * The canonical order of the values of a type: a total order, by which every tie of the platform is broken.
 *
 * Null comes first. Numbers go by value, with -0 equal to 0 and NaN greatest and equal to itself; longs are compared exactly,
 * whether number or bigint. Strings go by code point, bytes as unsigned numbers, false before true, decimals by value whatever
 * their scale. Lists and structs go element by element (a list before its own continuations), maps as the list of their entries
 * sorted by key. A field that a struct lacks counts as null.
 *
 * Compile it once for each type, then call it. Values of another type than `type` give no error and no promise.
 */
export function compareOf(type: DataType): Compare {
  switch (type.kind) {
    case 'boolean':
      return nullFirst<boolean>((a, b) => Number(a) - Number(b));
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
    case 'float':
    case 'double':
      return nullFirst<number>(compareNumbers);
    case 'long':
    case 'timestamp':
      return nullFirst<number | bigint>(compareLongs);
    case 'string':
      return nullFirst<string>(compareStrings);
    case 'binary':
      return nullFirst<Uint8Array>(compareBytes);
    case 'decimal':
      return nullFirst<Decimal>(compareDecimals);
    case 'list':
      return nullFirst<readonly Value[]>(listCompare(compareOf(type.element)));
    case 'map':
      return nullFirst<ReadonlyMap<Value, Value>>(mapCompare(compareOf(type.key), compareOf(type.value)));
    case 'struct':
      return nullFirst<StructValue>(structCompare(type));
  }
}

/** By value; -0 equals 0, and NaN is greatest and equals itself. */
export function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/** Exact also between a number and a bigint: JavaScript compares the two by their mathematical values. */
export const compareLongs = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * By code point, which is also the order of the UTF-8 bytes. JavaScript's own `<` goes by UTF-16 units and puts U+1F600
 * (a surrogate pair, D83D DE00) before U+FF5E.
 */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    return left >= 0xd800 && right >= 0xd800 ? surrogatesLast(left) - surrogatesLast(right) : left - right;
  }
  return a.length - b.length;
}

/** As unsigned numbers, a prefix before what continues it. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

type StructValue = { readonly [field: string]: Value };
type Entry = readonly [Value, Value];

/** The caller compiles by type, so that a value which is not null is of the JavaScript type `T` that its type has. */
function nullFirst<T extends Value>(compare: (a: T, b: T) => number): Compare {
  return (a, b) => {
    if (a === null) return b === null ? 0 : -1;
    if (b === null) return 1;
    return compare(a as T, b as T);
  };
}

function listCompare(element: Compare): (a: readonly Value[], b: readonly Value[]) => number {
  return (a, b) => {
    const shorter = Math.min(a.length, b.length);
    for (let at = 0; at < shorter; at++) {
      const order = element(a[at] ?? null, b[at] ?? null);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  };
}

/**
 * A map that (against its contract) holds one key twice, which JavaScript allows for keys that are objects, is still ordered: the
 * entries of equal key are sorted by value.
 */
function mapCompare(key: Compare, value: Compare) {
  const byEntry = (a: Entry, b: Entry): number => key(a[0], b[0]) || value(a[1], b[1]);
  return (a: ReadonlyMap<Value, Value>, b: ReadonlyMap<Value, Value>): number => {
    const left = [...a].sort(byEntry);
    const right = [...b].sort(byEntry);
    for (const [at, entry] of left.entries()) {
      const other = right[at];
      if (other === undefined) return 1;
      const order = byEntry(entry, other);
      if (order !== 0) return order;
    }
    return left.length - right.length;
  };
}

function structCompare(type: StructType): (a: StructValue, b: StructValue) => number {
  const fields = type.fields.map((field) => ({ name: field.name, compare: compareOf(field.type) }));
  return (a, b) => {
    for (const { name, compare } of fields) {
      const order = compare(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Moves the units of surrogate pairs (D800 to DFFF) behind those of E000 to FFFF, where their code points are. */
const surrogatesLast = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);
