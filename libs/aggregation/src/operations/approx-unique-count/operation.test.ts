import {
  binaryType,
  booleanType,
  dateType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  stringType,
  structType,
  timestampType,
  type Value,
} from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('APPROX_UNIQUE_COUNT', [
  'ints',
  'longs',
  'doubles',
  'decimals',
  'lists',
  'maps',
  'strings',
  'booleans',
  'bucketedStrings',
]);

const rowsOf = (values: readonly Value[]) => values.map((value, ts) => [ts, value] as const);
const countOf = (input: Parameters<typeof refusalOf>[1], values: readonly Value[], k?: string): Value =>
  valueOver({
    operation: 'APPROX_UNIQUE_COUNT',
    input,
    rows: rowsOf(values),
    ...(k === undefined ? {} : { args: { k } }),
  });

describe('APPROX_UNIQUE_COUNT', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('values that are equal count once, whatever their type', () => {
    expect(countOf(doubleType, [0, -0, 1, Number.NaN, Number.NaN])).toBe(3);
    expect(countOf(booleanType, [true, false, true])).toBe(2);
    expect(countOf(dateType, [19_700, 19_701, 19_700])).toBe(2);
    expect(countOf(timestampType, [1_700_000_000_000, 1_700_000_000_000, -1])).toBe(2);
    expect(countOf(binaryType, [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(1)])).toBe(2);
    expect(countOf(longType, [2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n - 1n])).toBe(2);
    const decimals = [150n, 15n, -25n].map((unscaled, at) => ({ unscaled, scale: at === 1 ? 1 : 2 }));
    expect(countOf(decimalType(10, 2), decimals)).toBe(2);
  });

  test('empty texts and empty bytes do not count', () => {
    expect([
      countOf(stringType, ['', 'a']),
      countOf(stringType, ['']),
      countOf(binaryType, [new Uint8Array()]),
    ]).toEqual([1, 0, 0]);
  });

  test('a larger k counts more closely', () => {
    const values = Array.from({ length: 20_000 }, (_, at) => at);
    expect(Math.abs(Number(countOf(intType, values, '16')) - 20_000)).toBeLessThan(200);
    expect(Math.abs(Number(countOf(intType, values)) - 20_000)).toBeLessThan(1500);
  });

  test.each([
    [{ k: '3' }, 'APPROX_UNIQUE_COUNT needs k to be an integer from 4 to 26; it is "3".'],
    [{ k: '27' }, 'it is "27".'],
    [{ k: 'many' }, 'it is "many".'],
    [{ lgk: '11' }, 'APPROX_UNIQUE_COUNT has no argument lgk; it takes k.'],
  ])('refuses %o', (args, sentence) => expect(refusalOf('APPROX_UNIQUE_COUNT', intType, args)).toContain(sentence));

  test('refuses structs, and lists as values', () => {
    expect(refusalOf('APPROX_UNIQUE_COUNT', structType('Item', []))).toContain('its input is struct_Item');
    expect(refusalOf('APPROX_UNIQUE_COUNT', listType(dateType))).toContain('its input is list_date');
  });
});
