import { stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('HISTOGRAM', ['strings', 'ints', 'lists', 'bucketedStrings']);

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
