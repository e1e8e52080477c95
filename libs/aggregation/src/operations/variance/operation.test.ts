import { intType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('VARIANCE', ['ints', 'longs', 'doubles', 'decimals', 'lists', 'maps', 'bucketedDoubles']);

describe('VARIANCE', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('is the population variance', () => {
    expect(
      valueOver({
        operation: 'VARIANCE',
        input: intType,
        rows: [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
        ],
      }),
    ).toBe(1.25);
    expect(valueOver({ operation: 'VARIANCE', input: intType, rows: [[1, 7]] })).toBe(0);
  });
});
