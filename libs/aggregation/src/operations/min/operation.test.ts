import { decimalType, doubleType, intType, listType, longType, mapType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'MIN',
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
    operation: 'MIN',
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
    operation: 'MIN',
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
    operation: 'MIN',
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
    operation: 'MIN',
    input: decimalType(10, 2),
    rows: [
      [10, { unscaled: 150n, scale: 2 }],
      [20, null],
      [30, { unscaled: -25n, scale: 2 }],
    ],
  },
  {
    operation: 'MIN',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'MIN',
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
    operation: 'MIN',
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

describe('MIN', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('NaN is greatest, and 0 is kept rather than -0', () => {
    expect(
      valueOver({
        operation: 'MIN',
        input: doubleType,
        rows: [
          [1, Number.NaN],
          [2, 3],
        ],
      }),
    ).toBe(3);
    expect(valueOver({ operation: 'MIN', input: doubleType, rows: [[1, Number.NaN]] })).toBeNull();
    expect(
      valueOver({
        operation: 'MIN',
        input: doubleType,
        rows: [
          [1, -0],
          [2, 0],
          [3, -0],
        ],
      }),
    ).toBe(0);
  });
});
