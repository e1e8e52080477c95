import { doubleType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('MAX', [
  'ints',
  'longs',
  'doubles',
  'strings',
  'decimals',
  'lists',
  'maps',
  'bucketedDoubles',
]);

describe('MAX', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('is NaN, which is greatest, and so null', () => {
    expect(
      valueOver({
        operation: 'MAX',
        input: doubleType,
        rows: [
          [1, Number.NaN],
          [2, 3],
        ],
      }),
    ).toBeNull();
  });

  test('goes by code point', () => {
    expect(
      valueOver({
        operation: 'MAX',
        input: stringType,
        rows: [
          [1, '\u{1F600}'],
          [2, '\uFF5E'],
        ],
      }),
    ).toBe('\u{1F600}');
  });
});
