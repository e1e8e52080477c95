import type { CallSite } from '../registry/row.ts';
import { RowFault } from '../row-fault.ts';
import type { SqlType } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import { equalOf, isPlain, orderOf } from './compare.ts';

export type SqlMap = ReadonlyMap<SqlValue, SqlValue>;

/** The type of the keys of a call's first argument, a map. */
export const keyType = (call: CallSite): SqlType => {
  const type = call.args[0]?.type ?? call.result;
  return type.kind === 'MAP' ? type.key : type;
};

export const valueType = (call: CallSite): SqlType => {
  const type = call.args[0]?.type ?? call.result;
  return type.kind === 'MAP' ? type.value : type;
};

type Find = (map: SqlMap, key: SqlValue) => SqlValue | undefined;

/** What a map has for a key that is not null, undefined without; keys that `===` does not tell apart are compared one by one. */
export function finder(key: SqlType): Find {
  if (isPlain(key)) return (map, wanted) => map.get(wanted);
  const equal = equalOf(key);
  return (map, wanted) => {
    for (const [each, value] of map) if (each !== null && equal(each as never, wanted as never) === true) return value;
    return undefined;
  };
}

/** The value for a key; null without. */
export const valueOrNull = (call: CallSite) => {
  const find = finder(keyType(call));
  return (map: SqlMap, key: SqlValue): SqlValue => find(map, key) ?? null;
};

/** The value for a key; a fault without. */
export const valueAt = (call: CallSite) => {
  const find = finder(keyType(call));
  return (map: SqlMap, key: SqlValue): SqlValue => {
    const value = find(map, key);
    if (value !== undefined) return value;
    throw new RowFault(`the map has no key ${String(key)}`);
  };
};

export const hasKey = (call: CallSite) => {
  const find = finder(keyType(call));
  return (map: SqlMap, key: SqlValue): boolean => find(map, key) !== undefined;
};

export type Entry = readonly [SqlValue, SqlValue];

/** Nulls first, then NaN, then by order: as ORDER BY has it. */
export function compareNullable(type: SqlType): (a: SqlValue, b: SqlValue) => number {
  const order = orderOf(type);
  const rank = (value: SqlValue): number => (value === null ? 0 : Number.isNaN(value) ? 1 : 2);
  return (a, b) => rank(a) - rank(b) || (rank(a) === 2 ? order(a as never, b as never) : 0);
}

/** The entries in the order of their keys. */
export const sortedEntries = (call: CallSite) => {
  const compare = compareNullable(keyType(call));
  return (map: SqlMap): readonly Entry[] => [...map].sort(([a], [b]) => compare(a, b));
};

/** A map of pairs; a fault where a key comes twice. */
export function mapOfPairs(pairs: readonly Entry[]): SqlMap {
  const map = new Map<SqlValue, SqlValue>();
  for (const [key, value] of pairs) {
    if (map.has(key)) throw new RowFault(`the key ${String(key)} comes twice`);
    map.set(key, value);
  }
  return map;
}
