import { doubleType, longType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('LAST_K', ['ints', 'longs', 'doubles', 'strings', 'lists', 'maps', 'bucketedDoubles'], {
  k: '2',
});

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
