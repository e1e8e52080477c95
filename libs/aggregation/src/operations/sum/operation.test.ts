import { doubleType, longType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('SUM', [
  'ints',
  'longs',
  'doubles',
  'decimals',
  'booleans',
  'lists',
  'maps',
  'bucketedDoubles',
]);

describe('SUM', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('is exact to 64 bits, whatever the order', () => {
    const most = 2n ** 63n - 1n;
    const over = (values: readonly (number | bigint)[]) =>
      valueOver({ operation: 'SUM', input: longType, rows: values.map((value) => [1, value]) });
    expect(over([most, 1, -5])).toBe(most - 4n);
    expect(over([most, -most - 1n])).toBe(-1);
    expect(over([2n ** 53n + 1n, 2n ** 53n + 1n, 1])).toBe(2n ** 54n + 3n);
    expect(over([-(2n ** 62n) - 1n, -(2n ** 62n) + 1n])).toBe(-(2n ** 63n));
  });

  test('beyond 64 bits is OUT_OF_RANGE with the sum', () => {
    const rows = [
      [1, 2n ** 63n - 1n],
      [2, 1],
    ] as const;
    expect(() => valueOver({ operation: 'SUM', input: longType, rows })).toThrow('9223372036854775808');
  });

  test('of doubles does not lose the small beside the great', () => {
    const rows = [
      [1, 1],
      [2, 1e100],
      [3, 1],
      [4, -1e100],
    ] as const;
    expect(valueOver({ operation: 'SUM', input: doubleType, rows })).toBe(2);
  });

  test('of doubles that are not finite is null', () => {
    expect(
      valueOver({
        operation: 'SUM',
        input: doubleType,
        rows: [
          [1, 1],
          [2, Infinity],
        ],
      }),
    ).toBeNull();
  });

  test('zeros come to 0, nulls to null, and what is taken back to 0', () => {
    expect(valueOver({ operation: 'SUM', input: doubleType, rows: [[1, -0]] })).toBe(0);
    expect(valueOver({ operation: 'SUM', input: longType, rows: [[1, null]] })).toBeNull();
    expect(valueOver({ operation: 'SUM', input: longType, rows: [[1, 7]], removed: [[1, 7]] })).toBe(0);
    expect(valueOver({ operation: 'SUM', input: longType, rows: [], removed: [[1, 0]] })).toBe(0);
  });

  test('refuses text', () => {
    expect(refusalOf('SUM', stringType)).toBe(
      'SUM takes boolean, byte, short, int, long, float, double or decimal; its input is string.',
    );
  });
});
