import { doubleType, intType, listType, longType, mapType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'BOUNDED_UNIQUE_COUNT',
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
    operation: 'BOUNDED_UNIQUE_COUNT',
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
    operation: 'BOUNDED_UNIQUE_COUNT',
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
    operation: 'BOUNDED_UNIQUE_COUNT',
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
    operation: 'BOUNDED_UNIQUE_COUNT',
    input: listType(intType),
    args: { k: '2' },
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'BOUNDED_UNIQUE_COUNT',
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
    operation: 'BOUNDED_UNIQUE_COUNT',
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

describe('BOUNDED_UNIQUE_COUNT', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('counts to 8 unless told otherwise', () => {
    const rows = Array.from({ length: 20 }, (_, at) => [at, at % 12] as const);
    expect(valueOver({ operation: 'BOUNDED_UNIQUE_COUNT', input: intType, rows })).toBe(8);
    expect(valueOver({ operation: 'BOUNDED_UNIQUE_COUNT', input: intType, args: { k: '20' }, rows })).toBe(12);
  });
});
