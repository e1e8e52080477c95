import { intType, listType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, valueOver } from '../../room.fixture.ts';

const examples: readonly Example[] = [
  {
    operation: 'HISTOGRAM',
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
    operation: 'HISTOGRAM',
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
    operation: 'HISTOGRAM',
    input: listType(intType),
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'HISTOGRAM',
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

describe('HISTOGRAM', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('of equal counts the least values stay', () => {
    const rows = [
      [1, 'c'],
      [2, 'b'],
      [3, 'a'],
      [4, 'c'],
    ] as const;
    const value = valueOver({ operation: 'HISTOGRAM', input: stringType, args: { k: '2' }, rows });
    expect(value).toEqual(
      new Map([
        ['a', 1],
        ['c', 2],
      ]),
    );
  });

  test('a count of 0 is gone, one below it stays', () => {
    const rows = [[1, 'a']] as const;
    expect(valueOver({ operation: 'HISTOGRAM', input: stringType, rows, removed: rows })).toEqual(new Map());
    expect(valueOver({ operation: 'HISTOGRAM', input: stringType, rows: [], removed: rows })).toEqual(
      new Map([['a', -1]]),
    );
  });
});
