import { intType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('KURTOSIS', ['ints', 'longs', 'doubles', 'decimals', 'lists', 'maps', 'bucketedDoubles']);

describe('KURTOSIS', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('is the excess: -2 of two equal halves', () => {
    expect(
      valueOver({
        operation: 'KURTOSIS',
        input: intType,
        rows: [
          [1, 1],
          [2, 1],
          [3, 3],
          [4, 3],
        ],
      }),
    ).toBe(-2);
  });

  test('of three values is null', () => {
    expect(
      valueOver({
        operation: 'KURTOSIS',
        input: intType,
        rows: [
          [1, 1],
          [2, 1],
          [3, 3],
        ],
      }),
    ).toBeNull();
  });
});
