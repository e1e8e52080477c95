import { longType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('BOTTOM_K', ['ints', 'longs', 'doubles', 'strings', 'lists', 'maps', 'bucketedDoubles'], {
  k: '2',
});

describe('BOTTOM_K', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('keeps duplicates', () => {
    const rows = [
      [1, 3],
      [2, 5],
      [3, 3],
      [4, 4],
    ] as const;
    expect(valueOver({ operation: 'BOTTOM_K', input: longType, args: { k: '3' }, rows })).toEqual([3, 3, 4]);
  });
});
