import { canOrder } from '../../runtime/compare.ts';
import {
  compareNullable,
  type Entry,
  hasKey,
  keyType,
  mapOfPairs,
  type SqlMap,
  sortedEntries,
  valueType,
} from '../../runtime/map.ts';
import { mapOf, type SqlType, structOf, typeName } from '../../types/sql-type.ts';
import type { SqlValue } from '../../value.ts';
import { type CallFault, type CallSite, type FunctionRow, fn, type Implementation, made, row } from '../row.ts';

const total = (js: Implementation['js'], rest: Partial<Implementation> = {}): Implementation => ({
  js,
  givesNull: false,
  ...rest,
});

const mustOrder =
  (typeOf: (call: CallSite) => SqlType) =>
  (call: CallSite): CallFault | null =>
    canOrder(typeOf(call)) && typeOf(call).kind !== 'ARRAY'
      ? null
      : { argument: 0, message: `what it sorts by is of type ${typeName(typeOf(call))}, which has no order.` };

const entryType = (call: CallSite): SqlType =>
  structOf([
    { name: 'key', type: keyType(call) },
    { name: 'value', type: valueType(call) },
  ]);

const asStructs = (entries: Iterable<Entry>): readonly SqlValue[] =>
  Array.from(entries, ([key, value]) => ({ key, value }));

const sortedValues = (call: CallSite) => {
  const compare = compareNullable(valueType(call));
  return (map: SqlMap) => [...map.values()].sort(compare);
};

/** The two fields of each element, by their places. */
const fromArray = (call: CallSite) => {
  const element = call.args[0]?.type;
  const fields = element?.kind === 'ARRAY' && element.element.kind === 'STRUCT' ? element.element.fields : [];
  const [key, value] = fields.map(({ name }, at) => (name === '' ? `_${at + 1}` : name));
  return (pairs: readonly (Readonly<Record<string, SqlValue>> | null)[]) =>
    mapOfPairs(pairs.map((pair): Entry => [pair?.[key ?? ''] ?? null, pair?.[value ?? ''] ?? null]));
};

const mapOfElements = (call: CallSite): SqlType => {
  const type = call.args[0]?.type;
  const fields = type?.kind === 'ARRAY' && type.element.kind === 'STRUCT' ? type.element.fields : [];
  const [key, value] = fields.map((field) => field.type);
  return key === undefined || value === undefined ? call.result : mapOf(key, value);
};

const mustBePairs = (call: CallSite): CallFault | null => {
  const type = call.args[0]?.type;
  const isPairs = type?.kind === 'ARRAY' && type.element.kind === 'STRUCT' && type.element.fields.length === 2;
  return isPairs ? null : { argument: 0, message: 'it takes an array of structs of two fields, a key and a value.' };
};

/**
 * Functions of maps, which tables here have and BigQuery does not; named as ZetaSQL names them. The order of entries in a map says nothing:
 * what is UNSORTED comes in the order of the keys too.
 */
export const structMapRows: readonly FunctionRow[] = [
  row(
    'MAP_FROM_ARRAY',
    'struct and map',
    'A map of an array of structs of a key and a value; a fault where a key comes twice.',
    {
      '(ARRAY<T1>) -> T1': total(made(fromArray), { resultOf: mapOfElements, check: mustBePairs }),
    },
  ),
  row('MAP_CONTAINS_KEY', 'struct and map', 'Whether a map has a key.', {
    '(MAP<T1, T2>, T1) -> BOOL': total(made(hasKey)),
  }),
  row('MAP_CARDINALITY', 'struct and map', 'The number of entries.', {
    '(MAP<T1, T2>) -> INT64': total(fn((map: SqlMap) => map.size)),
  }),
  row('MAP_EMPTY', 'struct and map', 'Whether a map has no entries.', {
    '(MAP<T1, T2>) -> BOOL': total(fn((map: SqlMap) => map.size === 0)),
  }),
  ...['MAP_KEYS_SORTED', 'MAP_KEYS_UNSORTED'].map((name) =>
    row(name, 'struct and map', 'The keys, in order.', {
      '(MAP<T1, T2>) -> ARRAY<T1>': total(
        made((call) => {
          const sorted = sortedEntries(call);
          return (map: SqlMap) => sorted(map).map(([key]) => key);
        }),
        { check: mustOrder(keyType) },
      ),
    }),
  ),
  row('MAP_VALUES_SORTED', 'struct and map', 'The values, in order; nulls first, then NaN.', {
    '(MAP<T1, T2>) -> ARRAY<T2>': total(made(sortedValues), { check: mustOrder(valueType) }),
  }),
  ...['MAP_VALUES_SORTED_BY_KEY', 'MAP_VALUES_UNSORTED'].map((name) =>
    row(name, 'struct and map', 'The values, in the order of their keys.', {
      '(MAP<T1, T2>) -> ARRAY<T2>': total(
        made((call) => {
          const sorted = sortedEntries(call);
          return (map: SqlMap) => sorted(map).map(([, value]) => value);
        }),
        { check: mustOrder(keyType) },
      ),
    }),
  ),
  ...['MAP_ENTRIES_SORTED', 'MAP_ENTRIES_UNSORTED'].map((name) =>
    row(name, 'struct and map', 'The entries as structs of key and value, in the order of their keys.', {
      '(MAP<T1, T2>) -> ARRAY<T1>': total(
        made((call) => {
          const sorted = sortedEntries(call);
          return (map: SqlMap) => asStructs(sorted(map));
        }),
        { check: mustOrder(keyType), resultOf: (call) => ({ kind: 'ARRAY', element: entryType(call) }) },
      ),
    }),
  ),
];
