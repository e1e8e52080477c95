import { longType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('FIRST', ['ints', 'longs', 'doubles', 'strings', 'lists', 'maps', 'bucketedDoubles']);

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
