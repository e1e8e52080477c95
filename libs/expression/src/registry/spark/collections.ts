import { RowFault } from '../../row-fault.ts';
import { concatenate, ELEMENTS_MAX, type SqlArray } from '../../runtime/array.ts';
import { every, filter, some, transform } from '../../runtime/array-lambda.ts';
import { keyType, type SqlMap, valueType } from '../../runtime/map.ts';
import { comparer, isComparable, nullsFirst } from '../../runtime/spark/compare.ts';
import { arrayOf, mapOf, type SqlType, structOf, typeName } from '../../types/sql-type.ts';
import type { Int64, SqlValue } from '../../value.ts';
import {
  type CallFault,
  type CallSite,
  type FunctionRow,
  fn,
  type Implementation,
  made,
  type RowFunction,
  row,
} from '../row.ts';
import { elementType } from '../rows/element.ts';

const collection = (
  names: string,
  doc: string,
  signatures: Readonly<Record<string, Implementation>>,
  write: FunctionRow['write'] = 'none',
): readonly FunctionRow[] => names.split(' ').map((name) => row(name, 'array', doc, signatures, write));

const plain = (of: RowFunction, rest: Partial<Implementation> = {}): Implementation => ({
  js: fn(of),
  givesNull: false,
  ...rest,
});

const elementsCompare = (call: CallSite): CallFault | null =>
  isComparable(elementType(call))
    ? null
    : { argument: 0, message: `elements of type ${typeName(elementType(call))} are not compared.` };

/** With how two elements stand, nulls first. */
const ordered = (
  of: (compare: (a: SqlValue, b: SqlValue) => number) => RowFunction,
  rest: Partial<Implementation> = {},
): Implementation => ({
  js: made((call) => of(nullsFirst(comparer(elementType(call))))),
  check: elementsCompare,
  ...rest,
});

type Compare = (a: SqlValue, b: SqlValue) => number;
const has = (compare: Compare, array: SqlArray, value: SqlValue): boolean =>
  array.some((item) => compare(item, value) === 0);
const distinct = (compare: Compare, array: SqlArray): SqlArray =>
  array.filter((item, at) => !has(compare, array.slice(0, at), item));

/** TRUE if an element is equal, null if a null leaves it open. */
const contains = (compare: Compare) => (array: SqlArray, value: SqlValue) =>
  array.some((item) => item !== null && compare(item, value) === 0) ? true : array.includes(null) ? null : false;

const overlap = (compare: Compare) => (a: SqlArray, b: SqlArray) =>
  a.some((item) => item !== null && has(compare, b, item))
    ? true
    : a.length > 0 && b.length > 0 && (a.includes(null) || b.includes(null))
      ? null
      : false;

const extreme = (sign: 1 | -1) => (compare: Compare) => (array: SqlArray) => {
  const present = array.filter((item) => item !== null);
  return present.length === 0 ? null : present.reduce((best, item) => (compare(item, best) * sign > 0 ? item : best));
};

/** The element at a place from 1, or from the end where negative; null outside. */
function elementAt(array: SqlArray, place: Int64): SqlValue {
  if (place === 0) throw new RowFault('ELEMENT_AT counts from 1, not from 0');
  return (place > 0 ? array[Number(place) - 1] : array.at(Number(place))) ?? null;
}

const elementFrom0 = (array: SqlArray, index: Int64): SqlValue => array[Number(index)] ?? null;

function slice(array: SqlArray, start: Int64, length: Int64): SqlArray {
  if (start === 0 || length < 0)
    throw new RowFault(`SLICE takes a start other than 0 and a length of 0 at least, not ${start} and ${length}`);
  const from = start > 0 ? Number(start) - 1 : array.length + Number(start);
  return from < 0 ? [] : array.slice(from, from + Number(length));
}

const joined = (array: SqlArray, separator: string, instead?: string): string =>
  array.flatMap((item) => (item === null ? (instead === undefined ? [] : [instead]) : [item])).join(separator);

function sequence(start: Int64, end: Int64, step?: Int64): readonly Int64[] {
  const [first, last] = [Number(start), Number(end)];
  const by = step === undefined ? (last >= first ? 1 : -1) : Number(step);
  if (by === 0 || (last - first) * by < 0) throw new RowFault(`SEQUENCE does not get from ${start} to ${end} by ${by}`);
  const length = Math.floor((last - first) / by) + 1;
  if (length > ELEMENTS_MAX) throw new RowFault(`SEQUENCE gives more than ${ELEMENTS_MAX} elements`);
  return Array.from({ length }, (_, at) => first + at * by);
}

function repeated(value: SqlValue, count: Int64 | null): SqlArray | null {
  if (count === null) return null;
  if (count > ELEMENTS_MAX) throw new RowFault(`ARRAY_REPEAT gives at most ${ELEMENTS_MAX} elements`);
  return Array.from({ length: Math.max(0, Number(count)) }, () => value);
}

const fold = (
  array: SqlArray | null,
  start: SqlValue,
  merge: (sum: SqlValue, item: SqlValue) => SqlValue,
  finish?: (sum: SqlValue) => SqlValue,
): SqlValue => {
  if (array === null) return null;
  const sum = array.reduce((partial: SqlValue, item) => merge(partial, item), start);
  return finish === undefined ? sum : finish(sum);
};

const zipWith = (a: SqlArray, b: SqlArray, of: (a: SqlValue, b: SqlValue) => SqlValue): SqlArray =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, at) => of(a[at] ?? null, b[at] ?? null));

/** A map of keys and values in turn; a null or repeated key is a fault. */
function mapOfPairs(pairs: Iterable<readonly [SqlValue, SqlValue]>): SqlMap {
  const map = new Map<SqlValue, SqlValue>();
  for (const [key, value] of pairs) {
    if (key === null) throw new RowFault('a map has no key that is null');
    if (map.has(key)) throw new RowFault(`the key ${String(key)} comes twice`);
    map.set(key, value);
  }
  return map;
}

const inPairs = (items: readonly SqlValue[]): readonly (readonly [SqlValue, SqlValue])[] =>
  items.flatMap((item, at) => (at % 2 === 0 ? [[item, items[at + 1] ?? null] as const] : []));

const fieldTypes = (call: CallSite): SqlType =>
  structOf(
    inPairs(call.args.map((_, at) => at)).map(([name, value]) => ({
      name: String(call.args[Number(name)]?.constant),
      type: call.args[Number(value)]?.type ?? call.result,
    })),
  );

const namesAreConstant = ({ args }: CallSite): CallFault | null => {
  const at = args.findIndex(({ constant }, place) => place % 2 === 0 && typeof constant !== 'string');
  return at === -1
    ? null
    : { argument: at, message: 'the name of a field must be a text that is the same for all rows.' };
};

const namedStruct =
  (call: CallSite) =>
  (...values: readonly SqlValue[]) =>
    Object.fromEntries(inPairs(values).map(([, value], at) => [String(call.args[at * 2]?.constant), value]));

const entryType = (call: CallSite): SqlType =>
  structOf([
    { name: 'key', type: keyType(call) },
    { name: 'value', type: valueType(call) },
  ]);

function textToMap(text: string, pairs = ',', keys = ':'): SqlMap {
  const map = new Map<SqlValue, SqlValue>();
  for (const part of text.split(pairs)) {
    const at = part.indexOf(keys);
    map.set(at === -1 ? part : part.slice(0, at), at === -1 ? null : part.slice(at + keys.length));
  }
  return map;
}

const filterMap = (map: SqlMap, keep: (key: SqlValue, value: SqlValue) => SqlValue): SqlMap =>
  new Map([...map].filter(([key, value]) => keep(key, value) === true));

/** Arrays, maps and structs. */
export const sparkCollectionRows: readonly FunctionRow[] = [
  row(
    '$subscript',
    'array',
    'The element of an array at an index from 0, or the value of a map for a key; null where there is none.',
    {
      '(ARRAY<T1>, INT64) -> T1': { js: fn(elementFrom0), write: ([a, b]) => `${a}[SAFE_OFFSET(${b})]` },
      '(MAP<T1, T2>, T1) -> T2': {
        js: fn((map: SqlMap, key: SqlValue) => map.get(key) ?? null),
        write: ([a, b]) => `${a}[${b}]`,
      },
    },
  ),
  ...collection('ELEMENT_AT', 'The element at a place from 1, or the value for a key; null where there is none.', {
    '(ARRAY<T1>, INT64) -> T1': { js: fn(elementAt) },
    '(MAP<T1, T2>, T1) -> T2': { js: fn((map: SqlMap, key: SqlValue) => map.get(key) ?? null) },
  }),
  ...collection('GET', 'The element at an index from 0; null where there is none.', {
    '(ARRAY<T1>, INT64) -> T1': { js: fn(elementFrom0) },
  }),
  ...collection(
    'ARRAY',
    'An array of the arguments.',
    {
      '(repeated T1) -> ARRAY<T1>': plain((...items: SqlArray) => items, {
        nulls: 'own',
        resultOf: (call) => arrayOf(call.args[0]?.type ?? { kind: 'STRING' }),
        writes: ({ args }) => args[0]?.type.kind !== 'ARRAY',
      }),
    },
    (args) => `[${args.join(', ')}]`,
  ),
  ...collection('MAP', 'A map of keys and values in turn.', {
    '(repeated T1, repeated T2) -> MAP<T1, T2>': plain((...items: SqlArray) => mapOfPairs(inPairs(items)), {
      nulls: 'own',
      resultOf: (call) => mapOf(call.args[0]?.type ?? { kind: 'STRING' }, call.args[1]?.type ?? { kind: 'STRING' }),
    }),
  }),
  ...collection('NAMED_STRUCT', 'A struct of names and values in turn.', {
    '(repeated STRING, repeated ANY) -> STRING': {
      nulls: 'own',
      givesNull: false,
      js: made(namedStruct),
      resultOf: fieldTypes,
      check: namesAreConstant,
    },
  }),
  ...collection('SIZE CARDINALITY', 'The number of elements or entries; -1 for null.', {
    '(ARRAY<T1>) -> INT64': plain((array: SqlArray | null) => array?.length ?? -1, {
      nulls: 'own',
      write: ([x]) => `COALESCE(ARRAY_LENGTH(${x}), -1)`,
    }),
    '(MAP<T1, T2>) -> INT64': plain((map: SqlMap | null) => map?.size ?? -1, { nulls: 'own' }),
  }),
  ...collection(
    'ARRAY_SIZE',
    'The number of elements.',
    { '(ARRAY<T1>) -> INT64': plain((array: SqlArray) => array.length) },
    ([x]) => `ARRAY_LENGTH(${x})`,
  ),
  ...collection('ARRAY_CONTAINS', 'Whether an element equals a value; null where a null leaves it open.', {
    '(ARRAY<T1>, T1) -> BOOL': ordered(contains),
  }),
  ...collection('ARRAY_POSITION', 'The place of the first element that equals a value, from 1; 0 where none does.', {
    '(ARRAY<T1>, T1) -> INT64': ordered(
      (compare) => (array: SqlArray, value: SqlValue) =>
        array.findIndex((item) => item !== null && compare(item, value) === 0) + 1,
    ),
  }),
  ...collection('ARRAYS_OVERLAP', 'Whether two arrays have an element in common; null where a null leaves it open.', {
    '(ARRAY<T1>, ARRAY<T1>) -> BOOL': ordered(overlap),
  }),
  ...collection('ARRAY_DISTINCT', 'The elements, each once.', {
    '(ARRAY<T1>) -> ARRAY<T1>': ordered((compare) => (array: SqlArray) => distinct(compare, array)),
  }),
  ...collection('ARRAY_UNION', 'The elements of either, each once.', {
    '(ARRAY<T1>, ARRAY<T1>) -> ARRAY<T1>': ordered(
      (compare) => (a: SqlArray, b: SqlArray) => distinct(compare, concatenate(a, b)),
    ),
  }),
  ...collection('ARRAY_INTERSECT', 'The elements of both, each once.', {
    '(ARRAY<T1>, ARRAY<T1>) -> ARRAY<T1>': ordered(
      (compare) => (a: SqlArray, b: SqlArray) =>
        distinct(
          compare,
          a.filter((item) => has(compare, b, item)),
        ),
    ),
  }),
  ...collection('ARRAY_EXCEPT', 'The elements of the first that the second has not, each once.', {
    '(ARRAY<T1>, ARRAY<T1>) -> ARRAY<T1>': ordered(
      (compare) => (a: SqlArray, b: SqlArray) =>
        distinct(
          compare,
          a.filter((item) => !has(compare, b, item)),
        ),
    ),
  }),
  ...collection('ARRAY_REMOVE', 'The elements that do not equal a value.', {
    '(ARRAY<T1>, T1) -> ARRAY<T1>': ordered(
      (compare) => (array: SqlArray, value: SqlValue) =>
        array.filter((item) => item === null || compare(item, value) !== 0),
    ),
  }),
  ...collection('ARRAY_MAX', 'The greatest element that is not null; NaN is the greatest number.', {
    '(ARRAY<T1>) -> T1': ordered(extreme(1)),
  }),
  ...collection('ARRAY_MIN', 'The least element that is not null; NaN is the greatest number.', {
    '(ARRAY<T1>) -> T1': ordered(extreme(-1)),
  }),
  ...collection(
    'SORT_ARRAY',
    'The elements in order, nulls first; from the greatest, nulls last, where the second argument is FALSE.',
    {
      '(ARRAY<T1>, optional BOOL) -> ARRAY<T1>': ordered(
        (compare) =>
          (array: SqlArray, ascending = true) =>
            array.toSorted((a, b) => (ascending === false ? compare(b, a) : compare(a, b))),
      ),
    },
  ),
  ...collection('ARRAY_SORT', 'The elements in order, nulls last.', {
    '(ARRAY<T1>) -> ARRAY<T1>': ordered(
      (compare) => (array: SqlArray) =>
        array.toSorted((a, b) => (a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b))),
    ),
  }),
  ...collection('SLICE', 'So many elements from a place on, counted from 1, or from the end where negative.', {
    '(ARRAY<T1>, INT64, INT64) -> ARRAY<T1>': plain(slice),
  }),
  ...collection(
    'ARRAY_JOIN',
    'The texts with a separator between; nulls are left out, or as the third argument.',
    { '(ARRAY<STRING>, STRING, optional STRING) -> STRING': plain(joined) },
    (args) => `ARRAY_TO_STRING(${args.join(', ')})`,
  ),
  ...collection('ARRAY_REPEAT', 'A value so many times.', {
    '(T1, INT64) -> ARRAY<T1>': { nulls: 'own', js: fn(repeated) },
  }),
  ...collection('SEQUENCE', 'The whole numbers from one to another, both included, by a step.', {
    '(INT64, INT64, optional INT64) -> ARRAY<INT64>': plain(sequence),
  }),
  ...collection('TRANSFORM', 'What a lambda gives of each element, and its index from 0.', {
    '(ARRAY<T1>, (T1) -> T2) -> ARRAY<T2>': plain(transform),
    '(ARRAY<T1>, (T1, INT64) -> T2) -> ARRAY<T2>': plain(transform),
  }),
  ...collection('FILTER', 'The elements of which a lambda is TRUE.', {
    '(ARRAY<T1>, (T1) -> BOOL) -> ARRAY<T1>': plain(filter),
    '(ARRAY<T1>, (T1, INT64) -> BOOL) -> ARRAY<T1>': plain(filter),
  }),
  ...collection('EXISTS', 'Whether a lambda is TRUE of an element; null where it is null of one and TRUE of none.', {
    '(ARRAY<T1>, (T1) -> BOOL) -> BOOL': {
      js: fn((array: SqlArray, test: (item: SqlValue, at: number) => SqlValue) =>
        some(array, test) ? true : transform(array, test).includes(null) ? null : false,
      ),
    },
  }),
  ...collection('FORALL', 'Whether a lambda is TRUE of all elements; null where it is null of one and FALSE of none.', {
    '(ARRAY<T1>, (T1) -> BOOL) -> BOOL': {
      js: fn((array: SqlArray, test: (item: SqlValue, at: number) => SqlValue) =>
        every(array, test) ? true : transform(array, test).includes(false) ? false : null,
      ),
    },
  }),
  ...collection('AGGREGATE REDUCE', 'A value into which a lambda takes each element in turn.', {
    '(ARRAY<T1>, T2, (T2, T1) -> T2) -> T2': { nulls: 'own', js: fn(fold) },
    '(ARRAY<T1>, T2, (T2, T1) -> T2, (T2) -> T3) -> T3': { nulls: 'own', js: fn(fold) },
  }),
  ...collection(
    'ZIP_WITH',
    'What a lambda gives of the elements at each place of two arrays; null where one is shorter.',
    { '(ARRAY<T1>, ARRAY<T2>, (T1, T2) -> T3) -> ARRAY<T3>': plain(zipWith) },
  ),
  ...collection('MAP_KEYS', 'The keys.', { '(MAP<T1, T2>) -> ARRAY<T1>': plain((map: SqlMap) => [...map.keys()]) }),
  ...collection('MAP_VALUES', 'The values.', {
    '(MAP<T1, T2>) -> ARRAY<T2>': plain((map: SqlMap) => [...map.values()]),
  }),
  ...collection('MAP_ENTRIES', 'The entries as structs of key and value.', {
    '(MAP<T1, T2>) -> ARRAY<T1>': plain((map: SqlMap) => Array.from(map, ([key, value]) => ({ key, value })), {
      resultOf: (call) => arrayOf(entryType(call)),
    }),
  }),
  ...collection('MAP_CONTAINS_KEY', 'Whether a map has a key.', {
    '(MAP<T1, T2>, T1) -> BOOL': plain((map: SqlMap, key: SqlValue) => map.has(key)),
  }),
  ...collection('MAP_FROM_ARRAYS', 'A map of an array of keys and one of values.', {
    '(ARRAY<T1>, ARRAY<T2>) -> MAP<T1, T2>': plain((keys: SqlArray, values: SqlArray) => {
      if (keys.length !== values.length)
        throw new RowFault(`MAP_FROM_ARRAYS takes as many values as keys, not ${values.length} for ${keys.length}`);
      return mapOfPairs(keys.map((key, at) => [key, values[at] ?? null] as const));
    }),
  }),
  ...collection('MAP_CONCAT', 'The entries of all maps; a key that comes twice is a fault.', {
    '(MAP<T1, T2>, repeated MAP<T1, T2>) -> MAP<T1, T2>': plain((...maps: readonly SqlMap[]) =>
      mapOfPairs(maps.flatMap((map) => [...map])),
    ),
  }),
  ...collection('MAP_FILTER', 'The entries of which a lambda of key and value is TRUE.', {
    '(MAP<T1, T2>, (T1, T2) -> BOOL) -> MAP<T1, T2>': plain(filterMap),
  }),
  ...collection('TRANSFORM_VALUES', 'The map with what a lambda of key and value gives as values.', {
    '(MAP<T1, T2>, (T1, T2) -> T3) -> MAP<T1, T3>': plain(
      (map: SqlMap, of: (key: SqlValue, value: SqlValue) => SqlValue) =>
        new Map([...map].map(([key, value]) => [key, of(key, value)])),
    ),
  }),
  ...collection('TRANSFORM_KEYS', 'The map with what a lambda of key and value gives as keys.', {
    '(MAP<T1, T2>, (T1, T2) -> T3) -> MAP<T3, T2>': plain(
      (map: SqlMap, of: (key: SqlValue, value: SqlValue) => SqlValue) =>
        mapOfPairs([...map].map(([key, value]) => [of(key, value), value] as const)),
    ),
  }),
  ...collection('STR_TO_MAP', 'The entries that a text holds, cut by two separators.', {
    '(STRING, optional STRING, optional STRING) -> MAP<STRING, STRING>': plain(textToMap),
  }),
];
