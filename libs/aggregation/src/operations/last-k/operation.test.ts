import { doubleType, intType, listType, longType, mapType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'LAST_K',
    input: intType,
    args: { k: '2' },
    rows: [
      [10, 5],
      [20, null],
      [20, 7],
      [20, -3],
      [30, 5],
    ],
  },
  {
    operation: 'LAST_K',
    input: longType,
    args: { k: '2' },
    rows: [
      [10, 5],
      [20, null],
      [20, 9007199254740993n],
      [15, 5],
      [30, -2],
    ],
  },
  {
    operation: 'LAST_K',
    input: doubleType,
    args: { k: '2' },
    rows: [
      [10, 1.5],
      [20, null],
      [20, -0.25],
      [15, 4],
      [30, 1.5],
    ],
  },
  {
    operation: 'LAST_K',
    input: stringType,
    args: { k: '2' },
    rows: [
      [10, 'b'],
      [20, null],
      [20, '\u{1F600}'],
      [20, '\uFF5E'],
      [30, 'b'],
    ],
  },
  {
    operation: 'LAST_K',
    input: listType(intType),
    args: { k: '2' },
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'LAST_K',
    input: mapType(stringType, intType),
    args: { k: '2' },
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
    operation: 'LAST_K',
    input: doubleType,
    args: { k: '2' },
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

describe('LAST_K', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('lists the latest first, of one instant the greatest', () => {
    const rows = [
      [5, 2],
      [5, -1],
      [4, 9],
      [6, 0],
    ] as const;
    expect(valueOver({ operation: 'LAST_K', input: longType, args: { k: '3' }, rows })).toEqual([0, 2, -1]);
  });

  test('NaN within is null', () => {
    expect(valueOver({ operation: 'LAST_K', input: doubleType, args: { k: '2' }, rows: [[1, Number.NaN]] })).toEqual([
      null,
    ]);
  });
});
