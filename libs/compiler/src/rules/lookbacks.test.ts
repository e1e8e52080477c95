import { expect, it } from 'vitest';
import { faultsOf, objectOf, orders, sums } from '../objects.fixture.ts';

const ending = (endPartition: string) => orders({ query: { ...orders().events.query, endPartition } });

it('warns of a window longer than its source', () => {
  expect(faultsOf(objectOf('group-by', sums({ sources: [ending('2024-01-06')] })))).toMatchInlineSnapshot(`
    [
      "aggregations[0].windows[0] warning lookback: The window 7d of price_sum_7d is longer than the 6 days that its sources have, from start to end. | No row can ever have the whole of it: shorten the window, or read more days.",
    ]
  `);
});

it('has nothing against one that fits, or a source that goes on', () => {
  expect(faultsOf(objectOf('group-by', sums({ sources: [ending('2024-01-07')] })))).toEqual([]);
  expect(faultsOf(objectOf('group-by', sums({ sources: [ending('2024-01-06'), orders()] })))).toEqual([]);
});
