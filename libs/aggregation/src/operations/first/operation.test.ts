import { doubleType, intType, listType, longType, mapType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'FIRST',
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
    operation: 'FIRST',
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
    operation: 'FIRST',
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
    operation: 'FIRST',
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
    operation: 'FIRST',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'FIRST',
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
    operation: 'FIRST',
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

describe('FIRST', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('of one instant is the least value', () => {
    expect(
      valueOver({
        operation: 'FIRST',
        input: longType,
        rows: [
          [5, 2],
          [5, -1],
          [6, -9],
        ],
      }),
    ).toBe(-1);
  });
});
