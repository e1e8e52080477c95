import { longType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('FIRST_K', ['ints', 'longs', 'doubles', 'strings', 'lists', 'maps', 'bucketedDoubles'], {
  k: '2',
});

describe('FIRST_K', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('lists by time, then value', () => {
    const rows = [
      [5, 2],
      [5, -1],
      [4, 9],
      [6, 0],
    ] as const;
    expect(valueOver({ operation: 'FIRST_K', input: longType, args: { k: '3' }, rows })).toEqual([9, -1, 2]);
  });
});
