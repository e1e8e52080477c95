import { doubleType, intType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('SKEW', ['ints', 'longs', 'doubles', 'decimals', 'lists', 'maps', 'bucketedDoubles']);

describe('SKEW', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('of 1, 1, 4 is the square root of one half', () => {
    expect(
      valueOver({
        operation: 'SKEW',
        input: intType,
        rows: [
          [1, 1],
          [2, 1],
          [3, 4],
        ],
      }),
    ).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('of two values, or of equal ones, is null', () => {
    expect(
      valueOver({
        operation: 'SKEW',
        input: intType,
        rows: [
          [1, 1],
          [2, 4],
        ],
      }),
    ).toBeNull();
    expect(
      valueOver({
        operation: 'SKEW',
        input: doubleType,
        rows: [
          [1, 0.1],
          [2, 0.1],
          [3, 0.1],
        ],
      }),
    ).toBeNull();
  });
});
