import { type Field, mapType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../run.fixture.ts';
import type { SqlValue } from '../../value.ts';

const columns: readonly Field[] = [
  { name: 'm', type: mapType({ kind: 'string' }, { kind: 'long' }) },
  { name: 'days', type: mapType({ kind: 'date' }, { kind: 'double' }) },
  { name: 'n', type: mapType({ kind: 'long' }, { kind: 'string' }) },
];
const row = {
  m: new Map<SqlValue, SqlValue>([
    ['b', 1],
    ['a', null],
  ]),
  days: new Map<SqlValue, SqlValue>([
    [2, 0.5],
    [1, Number.NaN],
  ]),
};

describe('maps', () => {
  it.each<[string, SqlValue]>([
    ["m['b']", 1],
    ["m['c']", null],
    ["m[KEY('a')]", null],
    ["m[SAFE_KEY('c')]", null],
    ['m[CAST(NULL AS STRING)]', null],
    ['n[1]', null],
    ["MAP_CONTAINS_KEY(m, 'a')", true],
    ['MAP_CARDINALITY(m)', 2],
    ['MAP_EMPTY(m)', false],
    ['MAP_KEYS_SORTED(m)', ['a', 'b']],
    ['MAP_VALUES_SORTED_BY_KEY(m)', [null, 1]],
    ['MAP_VALUES_SORTED(days)', [Number.NaN, 0.5]],
    [
      'MAP_ENTRIES_SORTED(m)',
      [
        { key: 'a', value: null },
        { key: 'b', value: 1 },
      ],
    ],
    ["MAP_FROM_ARRAY([STRUCT('x', 1), STRUCT('y', 2)])['y']", 2],
    ['MAP_EMPTY(n)', null],
  ])('%s', (text, value) => {
    expect(evaluate(text, columns, row)).toEqual(value);
  });

  it.each([
    ["m[KEY('c')]", 'the map has no key c'],
    ["MAP_FROM_ARRAY([STRUCT('x', 1), STRUCT('x', 2)])", 'the key x comes twice'],
    ['m[1]', 'subscript does not take (MAP<STRING, INT64>, INT64)'],
    ['MAP_FROM_ARRAY([1])', 'an array of structs of two fields'],
  ])('%s has no value', (text, reason) => {
    expect(() => evaluate(text, columns, row)).toThrow(reason);
  });
});
