import {
  binaryType,
  dateType,
  decimalType,
  doubleType,
  intType,
  longType,
  stringType,
  structType,
  timestampType,
  type Value,
} from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../accepts.ts';
import { bindColumn } from '../../bind.ts';
import { FIRST_SLOT } from '../../operation.ts';
import { examplesOf, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const examples = [
  ...examplesOf('APPROX_FREQUENT_K', [
    'ints',
    'longs',
    'doubles',
    'decimals',
    'lists',
    'maps',
    'strings',
    'booleans',
    'bucketedStrings',
  ]),
  ...examplesOf('APPROX_FREQUENT_K', ['strings'], { k: '1' }),
];

type Input = Parameters<typeof refusalOf>[1];
const frequentOf = (input: Input, values: readonly Value[], k = '8'): Value =>
  valueOver({ operation: 'APPROX_FREQUENT_K', input, rows: values.map((value, ts) => [ts, value]), args: { k } });

describe('APPROX_FREQUENT_K', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('of equal counts the least values stay: numbers by size, not by their text', () => {
    expect(frequentOf(intType, [10, 9, -2, -10, 9], '3')).toEqual(
      new Map([
        ['-10', 1],
        ['-2', 1],
        ['9', 2],
      ]),
    );
    expect(frequentOf(stringType, ['10', '9', 'b', 'a'], '2')).toEqual(
      new Map([
        ['10', 1],
        ['9', 1],
      ]),
    );
    const decimals = [1000n, 950n, -5n].map((unscaled) => ({ unscaled, scale: 2 }));
    expect(frequentOf(decimalType(10, 2), decimals, '2')).toEqual(
      new Map([
        ['-0.05', 1],
        ['9.5', 1],
      ]),
    );
  });

  test('values are shown as text: doubles as Java writes them, dates and times as ISO 8601 does', () => {
    expect(frequentOf(doubleType, [2, 2, 0.5, -0, 0, 1e7, 5e-324, Number.NaN])).toEqual(
      new Map([
        ['0.0', 2],
        ['0.5', 1],
        ['1.0E7', 1],
        ['2.0', 2],
        ['4.9E-324', 1],
        ['NaN', 1],
      ]),
    );
    expect(frequentOf(dateType, [19_753, 19_753])).toEqual(new Map([['2024-01-31', 2]]));
    expect(frequentOf(timestampType, [1_706_659_200_000])).toEqual(new Map([['2024-01-31T00:00:00.000Z', 1]]));
    expect(frequentOf(binaryType, [Uint8Array.of(1, 255)])).toEqual(new Map([['01ff', 1]]));
    expect(frequentOf(longType, [2n ** 63n - 1n])).toEqual(new Map([['9223372036854775807', 1]]));
  });

  test('what is frequent is found among what is not', () => {
    const values = Array.from({ length: 10_000 }, (_, at) =>
      at % 3 === 0 ? 'often' : at % 7 === 0 ? 'seldom' : `item ${at}`,
    );
    const found = frequentOf(stringType, values, '16') as ReadonlyMap<string, number>;
    expect([...found.keys()]).toEqual(expect.arrayContaining(['often', 'seldom']));
    expect(found.get('often')).toBeGreaterThanOrEqual(3334);
    expect(found.get('often')).toBeLessThan(3334 + (3.5 / 64) * 10_000);
  });

  test('an IR of another kind of items is refused', () => {
    const bound = bindColumn('APPROX_FREQUENT_K', stringType, {}, false);
    if (isRefusal(bound)) throw new Error(bound.refusal);
    const states = bound.states(FIRST_SLOT + 1);
    expect(() => states.write(FIRST_SLOT, Uint8Array.of(1))).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: 'a state of frequent strings starts with 0, not with 1' }),
    );
    expect(() => states.write(FIRST_SLOT, new Uint8Array())).toThrow('not with undefined');
  });

  test('refuses a k out of range, and structs', () => {
    expect(refusalOf('APPROX_FREQUENT_K', intType, { k: '0' })).toContain('an integer from 1 to 10000; it is "0"');
    expect(refusalOf('APPROX_FREQUENT_K', structType('Item', []))).toContain('its input is struct_Item');
  });
});
