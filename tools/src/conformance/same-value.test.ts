import { doubleType, intType, listType, mapType, stringType, structType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { sameValue } from './same-value.ts';

const within = (tolerance: number) => ({ tolerance, unordered: false });
const unordered = { tolerance: 0, unordered: true };

describe('two values are one answer', () => {
  test('exactly, unless a tolerance is given', () => {
    expect(sameValue(doubleType, 1, 1 + 1e-12)).toBe(false);
    expect(sameValue(doubleType, 1, 1 + 1e-7, within(1e-6))).toBe(true);
    expect(sameValue(doubleType, 1, 1.1, within(1e-6))).toBe(false);
    expect(sameValue(doubleType, 1e18, 1e18 + 1e6, within(1e-6))).toBe(true);
    expect(sameValue(doubleType, Number.NaN, 0, within(1))).toBe(false);
    expect(sameValue(doubleType, null, 0, within(1))).toBe(false);
  });

  test('in order in lists, in any order in sets, though not inside of what they hold', () => {
    const lists = listType(listType(intType));
    expect(sameValue(listType(intType), [1, 2], [2, 1])).toBe(false);
    expect(sameValue(listType(intType), [1, 2], [2, 1], unordered)).toBe(true);
    expect(sameValue(listType(intType), [1, 2], [2, 2], unordered)).toBe(false);
    expect(sameValue(lists, [[1, 2], [3]], [[3], [1, 2]], unordered)).toBe(true);
    expect(sameValue(lists, [[1, 2], [3]], [[3], [2, 1]], unordered)).toBe(false);
    const pair = structType('Pair', [{ name: 'list', type: listType(intType) }]);
    expect(sameValue(pair, { list: [1, 2] }, { list: [2, 1] }, unordered)).toBe(false);
  });

  test('by key in maps, each key with the tolerance of its own', () => {
    const map = mapType(stringType, doubleType);
    const likeness = { tolerance: 1, unordered: false, byKey: new Map([['small', 1e-6]]) };
    const expected = new Map([
      ['large', 100],
      ['small', 0],
    ]);
    const actual = (large: number, small: number) =>
      new Map([
        ['small', small],
        ['large', large],
      ]);
    expect(sameValue(map, expected, actual(100.5, 1e-7), likeness)).toBe(true);
    expect(sameValue(map, expected, actual(100.5, 0.5), likeness)).toBe(false);
    expect(sameValue(map, expected, new Map([['large', 100]]), likeness)).toBe(false);
  });
});
