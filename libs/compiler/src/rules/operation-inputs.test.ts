import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group } from '../flights.fixture.ts';

describe('operations take their inputs', () => {
  it('once an aggregation', () => {
    expect(
      complaints(group({ aggregations: [aggregation({ input: 'origin', operation: 'SUM' })] })),
    ).toMatchInlineSnapshot(`
      [
        "20 refused-operation: origin_sum_1h: SUM takes boolean, byte, short, int, long, float, double or decimal; its input is string. | Give it another input or another argument, or use another operation.",
      ]
    `);
  });

  it('a bucket that is no text', () => {
    expect(complaints(group({ aggregations: [aggregation({ buckets: ['delay'] })] }))).toMatchInlineSnapshot(`
      [
        "20 refused-operation: delay_average_1h_by_delay: The bucket delay is int; a bucket must be a string. | Give it another input or another argument, or use another operation.",
      ]
    `);
  });

  it('a bad argument', () => {
    expect(
      complaints(group({ aggregations: [aggregation({ operation: 'LAST_K', args: { k: 'many' } })] })),
    ).toMatchInlineSnapshot(`
      [
        "20 refused-operation: delay_lastmany_1h: LAST_K needs k to be an integer from 1 to 10000; it is "many". | Give it another input or another argument, or use another operation.",
      ]
    `);
  });

  it.each([
    ['APPROX_UNIQUE_COUNT', { k: '30' }, 'APPROX_UNIQUE_COUNT needs k to be an integer from 4 to 26; it is "30".'],
    ['APPROX_PERCENTILE', { k: '4' }, 'APPROX_PERCENTILE needs k to be an integer from 8 to 65535; it is "4".'],
    ['APPROX_PERCENTILE', { percentiles: '[50]' }, 'it is "[50]".'],
    ['APPROX_FREQUENT_K', { k: '0' }, 'APPROX_FREQUENT_K needs k to be an integer from 1 to 10000; it is "0".'],
  ] as const)('a bad size of %s', (operation, args, sentence) => {
    expect(complaints(group({ aggregations: [aggregation({ operation, args })] }))).toEqual([
      expect.stringContaining(sentence),
    ]);
  });
});

it('has nothing against inputs that operations take', () => {
  const aggregations = [
    aggregation({ operation: 'SUM' }),
    aggregation({ input: 'destination', operation: 'BOUNDED_UNIQUE_COUNT' }),
  ];
  expect(complaints(group({ aggregations }))).toEqual([]);
});
