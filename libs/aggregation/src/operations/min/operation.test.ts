import { doubleType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('MIN', [
  'ints',
  'longs',
  'doubles',
  'strings',
  'decimals',
  'lists',
  'maps',
  'bucketedDoubles',
]);

describe('MIN', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('NaN is greatest, and 0 is kept rather than -0', () => {
    expect(
      valueOver({
        operation: 'MIN',
        input: doubleType,
        rows: [
          [1, Number.NaN],
          [2, 3],
        ],
      }),
    ).toBe(3);
    expect(valueOver({ operation: 'MIN', input: doubleType, rows: [[1, Number.NaN]] })).toBeNull();
    expect(
      valueOver({
        operation: 'MIN',
        input: doubleType,
        rows: [
          [1, -0],
          [2, 0],
          [3, -0],
        ],
      }),
    ).toBe(0);
  });
});
