import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group } from '../flights.fixture.ts';

describe('features have names of their own', () => {
  it('twice the same', () => {
    expect(
      complaints(
        group({
          aggregations: [aggregation(), aggregation({ place: { file: 'f', line: 30, column: 1 }, windows: ['7d'] })],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "30 duplicate-feature: Two columns of this group-by would be called delay_average_7d. | Leave one out, or select its input under another name.",
      ]
    `);
  });
});

it('has nothing against one input under two operations', () => {
  const aggregations = [aggregation(), aggregation({ operation: 'SUM' })];
  expect(complaints(group({ aggregations }))).toEqual([]);
});
