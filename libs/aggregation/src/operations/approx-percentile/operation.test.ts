import { doubleType, intType, stringType, type Value } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const percentiles = '[0, 0.25, 0.5, 1]';
const examples = [
  ...examplesOf('APPROX_PERCENTILE', ['ints', 'longs', 'doubles', 'decimals', 'lists', 'maps', 'bucketedDoubles'], {
    percentiles,
  }),
  ...examplesOf('APPROX_PERCENTILE', ['ints']),
  ...examplesOf('APPROX_PERCENTILE', ['doubles'], { k: '8' }),
];

const percentilesOf = (values: readonly number[], args: Readonly<Record<string, string>>): Value =>
  valueOver({ operation: 'APPROX_PERCENTILE', input: doubleType, rows: values.map((value, ts) => [ts, value]), args });

describe('APPROX_PERCENTILE', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('of up to k values it is exact, and they are floats', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentilesOf(values, { percentiles: '[0.0, 0.07, 0.5, 0.99, 1]' })).toEqual([1, 7, 50, 99, 100]);
    expect(percentilesOf([0.1], {})).toEqual([Math.fround(0.1)]);
  });

  test('of more it is near', () => {
    const values = Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 50_000);
    const [low, high] = percentilesOf(values, { percentiles: '[0.1, 0.9]', k: '200' }) as [number, number];
    expect(Math.abs(low - 5000)).toBeLessThan(0.027 * 50_000);
    expect(Math.abs(high - 45_000)).toBeLessThan(0.027 * 50_000);
  });

  test('NaN is no value, and what is infinite is null', () => {
    expect(percentilesOf([Number.NaN, 2, Infinity], { percentiles: '[0, 0.5, 1]' })).toEqual([2, 2, null]);
    expect(percentilesOf([1e300], {})).toEqual([null]);
    expect(percentilesOf([Number.NaN], {})).toBeNull();
  });

  test.each([
    [
      { percentiles: '0.5' },
      'APPROX_PERCENTILE needs percentiles to be a list of numbers from 0 to 1, such as [0.5, 0.99]',
    ],
    [{ percentiles: '[]' }, 'it is "[]".'],
    [{ percentiles: '[50]' }, 'it is "[50]".'],
    [{ percentiles: '[0.5, null]' }, 'it is "[0.5, null]".'],
    [{ percentiles: '[0.5' }, 'it is "[0.5".'],
    [{ k: '7' }, 'APPROX_PERCENTILE needs k to be an integer from 8 to 65535; it is "7".'],
    [{ percentile: '[0.5]' }, 'APPROX_PERCENTILE has no argument percentile; it takes k, percentiles.'],
  ])('refuses %o', (args, sentence) => expect(refusalOf('APPROX_PERCENTILE', intType, args)).toContain(sentence));

  test('refuses texts', () => expect(refusalOf('APPROX_PERCENTILE', stringType)).toContain('its input is string'));
});
