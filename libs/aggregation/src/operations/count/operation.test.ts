import { stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('COUNT', ['longs', 'strings', 'booleans', 'lists', 'maps', 'bucketedStrings']);

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
