import { booleanType, intType, listType, longType, mapType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'COUNT',
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
    operation: 'COUNT',
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
    operation: 'COUNT',
    input: booleanType,
    rows: [
      [10, true],
      [20, null],
      [20, false],
      [30, true],
    ],
  },
  {
    operation: 'COUNT',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'COUNT',
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
    operation: 'COUNT',
    input: stringType,
    bucketed: true,
    rows: [
      [10, 'b', 'p'],
      [20, null, 'q'],
      [20, '\u{1F600}', 'q'],
      [20, '\uFF5E', 'p'],
      [30, 'b', null],
    ],
  },
];

describe('COUNT', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('counts what is not null, and is null where there is nothing', () => {
    expect(
      valueOver({
        operation: 'COUNT',
        input: stringType,
        rows: [
          [1, 'a'],
          [2, null],
          [3, ''],
        ],
      }),
    ).toBe(2);
    expect(valueOver({ operation: 'COUNT', input: stringType, rows: [[2, null]] })).toBeNull();
  });

  test('taken back to 0 is 0, and below it negative', () => {
    const rows = [[1, 'a']] as const;
    expect(valueOver({ operation: 'COUNT', input: stringType, rows, removed: rows })).toBe(0);
    expect(valueOver({ operation: 'COUNT', input: stringType, rows: [], removed: rows })).toBe(-1);
  });
});
