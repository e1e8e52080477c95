import { intType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf(
  'BOUNDED_UNIQUE_COUNT',
  ['ints', 'longs', 'doubles', 'strings', 'lists', 'maps', 'bucketedDoubles'],
  { k: '2' },
);

describe('BOUNDED_UNIQUE_COUNT', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('counts to 8 unless told otherwise', () => {
    const rows = Array.from({ length: 20 }, (_, at) => [at, at % 12] as const);
    expect(valueOver({ operation: 'BOUNDED_UNIQUE_COUNT', input: intType, rows })).toBe(8);
    expect(valueOver({ operation: 'BOUNDED_UNIQUE_COUNT', input: intType, args: { k: '20' }, rows })).toBe(12);
  });
});
