import { decimalType, doubleType, intType, listType, longType, mapType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'VARIANCE',
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
    operation: 'VARIANCE',
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
    operation: 'VARIANCE',
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
    operation: 'VARIANCE',
    input: decimalType(10, 2),
    rows: [
      [10, { unscaled: 150n, scale: 2 }],
      [20, null],
      [30, { unscaled: -25n, scale: 2 }],
    ],
  },
  {
    operation: 'VARIANCE',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'VARIANCE',
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
    operation: 'VARIANCE',
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

describe('VARIANCE', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('is the population variance', () => {
    expect(
      valueOver({
        operation: 'VARIANCE',
        input: intType,
        rows: [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
        ],
      }),
    ).toBe(1.25);
    expect(valueOver({ operation: 'VARIANCE', input: intType, rows: [[1, 7]] })).toBe(0);
  });
});
