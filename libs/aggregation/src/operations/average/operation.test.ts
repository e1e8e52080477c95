import { intType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('AVERAGE', ['ints', 'longs', 'doubles', 'decimals', 'lists', 'maps', 'bucketedDoubles']);

describe('AVERAGE', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('taken back to no events is null, below it still a mean', () => {
    expect(valueOver({ operation: 'AVERAGE', input: intType, rows: [[1, 7]], removed: [[1, 7]] })).toBeNull();
    expect(valueOver({ operation: 'AVERAGE', input: intType, rows: [], removed: [[1, 16]] })).toBe(16);
  });
});
