import { binaryType, type DataType, decimalType, doubleType, type Value } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('UNIQUE_COUNT', [
  'ints',
  'longs',
  'doubles',
  'strings',
  'decimals',
  'lists',
  'maps',
  'bucketedDoubles',
]);

describe('UNIQUE_COUNT', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('compares by value', () => {
    const over = (input: DataType, values: readonly Value[]) =>
      valueOver({ operation: 'UNIQUE_COUNT', input, rows: values.map((value) => [1, value]) });
    expect(over(doubleType, [0, -0, Number.NaN, Number.NaN])).toBe(2);
    expect(over(binaryType, [Uint8Array.of(1, 2), Uint8Array.of(1, 2)])).toBe(1);
    expect(
      over(decimalType(10, 2), [
        { unscaled: 15n, scale: 1 },
        { unscaled: 150n, scale: 2 },
      ]),
    ).toBe(1);
  });
});
