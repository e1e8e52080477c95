import { elementAt, elementOrNull } from '../../runtime/array.ts';
import { isArray, isObject } from '../../runtime/json/node.ts';
import { valueAt, valueOrNull } from '../../runtime/map.ts';
import { duckDbType } from '../../sql/literal.ts';
import { type Int64, Json, type JsonNode, type SqlValue } from '../../value.ts';
import { type FunctionRow, fn, type Implementation, made, row } from '../row.ts';

const elementOfJson = ({ node }: Json, index: Int64): SqlValue =>
  orNull(isArray(node) ? node[Number(index)] : undefined);
const memberOfJson = ({ node }: Json, name: string): SqlValue => orNull(isObject(node) ? node.get(name) : undefined);
const orNull = (node: JsonNode | undefined): SqlValue => (node === undefined ? null : new Json(node));

const written =
  (word: string) =>
  ([operand, index]: readonly string[]): string =>
    `${operand}[${word === '' ? index : `${word}(${index})`}]`;

/**
 * `macro` with the array, the index and the base. What may fail is not pushed down: DuckDB computes the parts of an expression in an order of its own,
 * and leaves some out.
 */
const ofArray = (
  js: Implementation['js'],
  macro: 'gs_array_at' | 'gs_array_safe_at',
  base: 0 | 1,
): Readonly<Record<string, Implementation>> => ({
  '(ARRAY<T1>, INT64) -> T1': {
    js,
    duckdb: ([array, index], call) => {
      // Of a constant null DuckDB would not know the type.
      const type = duckDbType(call.result);
      return type === null ? null : `CAST(${macro}(${array}, ${index}, ${base}) AS ${type})`;
    },
    pushdown: macro === 'gs_array_safe_at' ? 'proven' : 'closure',
    hints: ['', 'small'],
  },
});

/** What stands in brackets after a value: an offset from 0, an ordinal from 1, a key. */
export const subscriptRows: readonly FunctionRow[] = [
  row(
    '$subscript',
    'array',
    'The element of an array at an offset from 0, a fault outside of it; the value of a map for a key, null without; a member of JSON.',
    {
      ...ofArray(fn(elementAt(0)), 'gs_array_at', 0),
      '(MAP<T1, T2>, T1) -> T2': { js: made(valueOrNull) },
      '(JSON, INT64) -> JSON': { js: fn(elementOfJson), hints: ['', 'small'] },
      '(JSON, STRING) -> JSON': { js: fn(memberOfJson), hints: ['', '=a|b|c|0'] },
    },
    written(''),
  ),
  row(
    '$subscript_offset',
    'array',
    'The element at an offset from 0; a fault outside of the array.',
    ofArray(fn(elementAt(0)), 'gs_array_at', 0),
    written('OFFSET'),
  ),
  row(
    '$subscript_safe_offset',
    'array',
    'The element at an offset from 0; null outside of the array.',
    ofArray(fn(elementOrNull(0)), 'gs_array_safe_at', 0),
    written('SAFE_OFFSET'),
  ),
  row(
    '$subscript_ordinal',
    'array',
    'The element at a place from 1; a fault outside of the array.',
    ofArray(fn(elementAt(1)), 'gs_array_at', 1),
    written('ORDINAL'),
  ),
  row(
    '$subscript_safe_ordinal',
    'array',
    'The element at a place from 1; null outside of the array.',
    ofArray(fn(elementOrNull(1)), 'gs_array_safe_at', 1),
    written('SAFE_ORDINAL'),
  ),
  row(
    '$subscript_key',
    'struct and map',
    'The value of a map for a key; a fault where the map has none.',
    { '(MAP<T1, T2>, T1) -> T2': { js: made(valueAt) } },
    written('KEY'),
  ),
  row(
    '$subscript_safe_key',
    'struct and map',
    'The value of a map for a key; null where the map has none.',
    { '(MAP<T1, T2>, T1) -> T2': { js: made(valueOrNull) } },
    written('SAFE_KEY'),
  ),
];
