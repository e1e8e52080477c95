import {
  type DataType,
  dateType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  timestampType,
  typeText,
} from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { isRefusal } from './accepts.ts';
import { bindColumn, bindFeature } from './bind.ts';
import type { FeatureSpec } from './feature.ts';
import { featureName } from './feature-name.ts';
import type { Arguments } from './operation.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './window.ts';

const schema = [
  { name: 'amount', type: longType },
  { name: 'category', type: stringType },
];

const spec: FeatureSpec = {
  name: 'amount_sum_7d_by_category',
  operation: 'SUM',
  args: {},
  input: 'amount',
  bucket: 'category',
  windowMs: 7 * DAY_MS,
};

describe('bindFeature', () => {
  test('finds the columns, and shares states between windows', () => {
    const week = bindFeature(spec, schema);
    const day = bindFeature({ ...spec, name: 'amount_sum_1d_by_category', windowMs: DAY_MS }, schema);
    expect(week).toMatchObject({ spec, input: 0, bucket: 1 });
    expect(isRefusal(week) || isRefusal(day) || week.state === day.state).toBe(true);
  });

  test('a default argument and the same one written share states', () => {
    const state = (args: Arguments) => {
      const bound = bindFeature({ ...spec, operation: 'BOUNDED_UNIQUE_COUNT', args }, schema);
      return isRefusal(bound) ? bound.refusal : bound.state;
    };
    expect(state({})).toBe(state({ k: '8' }));
    expect(state({})).not.toBe(state({ k: '9' }));
  });

  test.each([
    [{ input: 'amuont' }, 'There is no column amuont; the columns are amount, category.'],
    [{ bucket: 'amount' }, 'The bucket amount is long; a bucket must be a string.'],
    [{ bucket: 'nothing' }, 'There is no column nothing; the columns are amount, category.'],
    [
      { input: 'category' },
      'SUM takes boolean, byte, short, int, long, float, double or decimal; its input is string.',
    ],
  ])('refuses %o', (change, refusal) => {
    expect(bindFeature({ ...spec, ...change }, schema)).toEqual({ refusal });
  });
});

describe('bindColumn', () => {
  test.each<[string, Arguments, string]>([
    ['LAST_K', {}, 'LAST_K needs the argument k. How many values to keep: an integer from 1 to 10000.'],
    ['LAST_K', { k: '0' }, 'LAST_K needs k to be an integer from 1 to 10000; it is "0".'],
    ['LAST_K', { k: '2.5' }, 'LAST_K needs k to be an integer from 1 to 10000; it is "2.5".'],
    ['LAST_K', { k: '10001' }, 'LAST_K needs k to be an integer from 1 to 10000; it is "10001".'],
    ['LAST_K', { k: '5', size: '3' }, 'LAST_K has no argument size; it takes k.'],
    ['SUM', { k: '5' }, 'SUM has no argument k; it takes none.'],
  ])('refuses %s with %o', (name, args, refusal) => {
    // The names of the table are names of operations.
    expect(bindColumn(name as 'SUM', longType, args, false)).toEqual({ refusal });
  });

  test.each<[DataType, boolean, string]>([
    [dateType, false, 'COUNT does not take a date; convert it to a long first, for example with UNIX_MILLIS.'],
    [
      timestampType,
      false,
      'COUNT does not take a timestamp; convert it to a long first, for example with UNIX_MILLIS.',
    ],
    [
      mapType(stringType, intType),
      true,
      'COUNT takes a map key by key and cannot be bucketed as well; its input is map_string_int.',
    ],
  ])('refuses COUNT over %o', (input, bucketed, refusal) => {
    expect(bindColumn('COUNT', input, {}, bucketed)).toEqual({ refusal });
  });

  test.each<['COUNT' | 'SUM' | 'LAST', DataType, boolean, string]>([
    ['COUNT', listType(intType), false, 'long'],
    ['COUNT', listType(decimalType(10, 2)), false, 'long'],
    ['COUNT', mapType(stringType, intType), false, 'map_string_long'],
    ['COUNT', mapType(intType, stringType), false, 'long'],
    ['COUNT', mapType(intType, stringType), true, 'map_string_long'],
    ['SUM', listType(doubleType), true, 'map_string_double'],
    ['LAST', listType(intType), false, 'list_int'],
    ['LAST', mapType(stringType, intType), true, 'map_string_map_string_int'],
  ])('%s over %o, bucketed %s, is %s', (name, input, bucketed, output) => {
    const bound = bindColumn(name, input, {}, bucketed);
    expect(isRefusal(bound) ? bound.refusal : typeText(bound.output)).toBe(output);
  });

  test('says so where elements or values of a map are what does not fit', () => {
    expect(bindColumn('SUM', listType(stringType), {}, false)).toMatchObject({
      refusal: expect.stringContaining('The elements of list_string are taken one by one.'),
    });
    expect(bindColumn('SUM', mapType(stringType, stringType), {}, false)).toMatchObject({
      refusal: expect.stringContaining('The values of map_string_string are taken key by key.'),
    });
  });
});

describe('names', () => {
  const named = (change: Partial<FeatureSpec>) => featureName({ ...spec, bucket: null, windowMs: null, ...change });

  test.each<[Partial<FeatureSpec>, string]>([
    [{}, 'amount_sum'],
    [{ windowMs: 7 * DAY_MS, bucket: 'category' }, 'amount_sum_7d_by_category'],
    [{ operation: 'LAST_K', args: { k: '10' }, windowMs: DAY_MS }, 'amount_last10_1d'],
    [{ operation: 'UNIQUE_TOP_K', args: { k: '3' }, windowMs: 36 * HOUR_MS }, 'amount_unique_top3_36h'],
    [{ operation: 'BOUNDED_UNIQUE_COUNT', windowMs: 30 * MINUTE_MS }, 'amount_bounded_unique_count_30m'],
    [{ windowMs: 24 * HOUR_MS }, 'amount_sum_1d'],
  ])('%o is %s', (change, name) => {
    expect(named(change)).toBe(name);
  });
});
