import {
  booleanType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
} from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'SUM',
    input: intType,
    rows: [
      [10, 5],
      [20, null],
      [20, 7],
      [20, -3],
      [30, 5],
    ],
  },
  {
    operation: 'SUM',
    input: longType,
    rows: [
      [10, 5],
      [20, null],
      [20, 9007199254740993n],
      [15, 5],
      [30, -2],
    ],
  },
  {
    operation: 'SUM',
    input: doubleType,
    rows: [
      [10, 1.5],
      [20, null],
      [20, -0.25],
      [15, 4],
      [30, 1.5],
    ],
  },
  {
    operation: 'SUM',
    input: decimalType(10, 2),
    rows: [
      [10, { unscaled: 150n, scale: 2 }],
      [20, null],
      [30, { unscaled: -25n, scale: 2 }],
    ],
  },
  {
    operation: 'SUM',
    input: booleanType,
    rows: [
      [10, true],
      [20, null],
      [20, false],
      [30, true],
    ],
  },
  {
    operation: 'SUM',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'SUM',
    input: mapType(stringType, intType),
    rows: [
      [10, new Map([['x', 5]])],
      [
        20,
        new Map<string, number | null>([
          ['x', 7],
          ['y', null],
        ]),
      ],
    ],
  },
  {
    operation: 'SUM',
    input: doubleType,
    bucketed: true,
    rows: [
      [10, 1.5, 'p'],
      [20, null, 'q'],
      [20, -0.25, 'q'],
      [15, 4, 'p'],
      [30, 1.5, null],
    ],
  },
];

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
