import {
  binaryType,
  type DataType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  type Value,
} from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'UNIQUE_COUNT',
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
    operation: 'UNIQUE_COUNT',
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
    operation: 'UNIQUE_COUNT',
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
    operation: 'UNIQUE_COUNT',
    input: stringType,
    rows: [
      [10, 'b'],
      [20, null],
      [20, '\u{1F600}'],
      [20, '\uFF5E'],
      [30, 'b'],
    ],
  },
  {
    operation: 'UNIQUE_COUNT',
    input: decimalType(10, 2),
    rows: [
      [10, { unscaled: 150n, scale: 2 }],
      [20, null],
      [30, { unscaled: -25n, scale: 2 }],
    ],
  },
  {
    operation: 'UNIQUE_COUNT',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'UNIQUE_COUNT',
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
    operation: 'UNIQUE_COUNT',
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

describe('UNIQUE_COUNT', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('compares by value', () => {
    const over = (input: DataType, values: readonly Value[]) =>
      valueOver({ operation: 'UNIQUE_COUNT', input, rows: values.map((value) => [1, value]) });
    expect(over(doubleType, [0, -0, Number.NaN, Number.NaN])).toBe(2);
    expect(over(binaryType, [Uint8Array.of(1, 2), Uint8Array.of(1, 2)])).toBe(1);
    expect(
      over(decimalType(10, 2), [
        { unscaled: 15n, scale: 1 },
        { unscaled: 150n, scale: 2 },
      ]),
    ).toBe(1);
  });
});
