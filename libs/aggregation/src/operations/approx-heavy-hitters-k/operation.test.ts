import { intType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('APPROX_HEAVY_HITTERS_K', [
  'ints',
  'doubles',
  'lists',
  'maps',
  'strings',
  'bucketedStrings',
]);

describe('APPROX_HEAVY_HITTERS_K', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('shows only what is surely frequent, where APPROX_FREQUENT_K shows all that may be', () => {
    const values = Array.from({ length: 3000 }, (_, at) => (at % 2 === 0 ? 'often' : `item ${at}`));
    const rows = [...values, 'once', 'one time'].map((value, ts) => [ts, value] as const);
    const shown = (operation: 'APPROX_HEAVY_HITTERS_K' | 'APPROX_FREQUENT_K') =>
      valueOver({ operation, input: stringType, rows, args: { k: '3' } }) as ReadonlyMap<string, number>;
    expect([...shown('APPROX_HEAVY_HITTERS_K').keys()]).toEqual(['often']);
    expect(shown('APPROX_FREQUENT_K').size).toBeGreaterThan(1);
  });

  test('refuses a k out of range', () => {
    expect(refusalOf('APPROX_HEAVY_HITTERS_K', intType, { k: '10001' })).toContain('APPROX_HEAVY_HITTERS_K needs k');
  });
});
