import { expect, it } from 'vitest';
import { aggregate, faultsOf, lefts, objectOf, sums } from '../objects.fixture.ts';

const online = { ...sums().metaData, online: true };

it('warns of what keeps every value while it is served, once an aggregation', () => {
  const aggregations = [aggregate('item', 'HISTOGRAM', 1, 7), aggregate('item', 'UNIQUE_COUNT', 7)];
  expect(faultsOf(objectOf('group-by', sums({ metaData: online, aggregations })))).toMatchInlineSnapshot(`
    [
      "aggregations[0] warning uncapped-state: HISTOGRAM of item keeps every value there is, and nothing says how many there may be. A key whose states come to more than 10 MB is answered with an error. | APPROX_FREQUENT_K and APPROX_HEAVY_HITTERS_K keep no more than k values. Leave it where item has few values.",
      "aggregations[1] warning uncapped-state: UNIQUE_COUNT of item keeps every value there is, and nothing says how many there may be. A key whose states come to more than 10 MB is answered with an error. | BOUNDED_UNIQUE_COUNT keeps no more than k values, and APPROX_UNIQUE_COUNT a sketch of fixed size. Leave it where item has few values.",
    ]
  `);
});

it('warns of the parts of a join that is served', () => {
  const groupBy = sums({ aggregations: [aggregate('item', 'UNIQUE_COUNT', 7)] });
  const metaData = { ...lefts().metaData, online: true };
  const joinParts = [{ groupBy, useLongNames: false }];
  expect(faultsOf(objectOf('join', lefts({ metaData, joinParts })))).toMatchInlineSnapshot(`
    [
      "joinParts[0].groupBy.aggregations[0] warning uncapped-state: UNIQUE_COUNT of item keeps every value there is, and nothing says how many there may be. A key whose states come to more than 10 MB is answered with an error. | BOUNDED_UNIQUE_COUNT keeps no more than k values, and APPROX_UNIQUE_COUNT a sketch of fixed size. Leave it where item has few values.",
    ]
  `);
});

it('has nothing against states of a size that is written down, or against what is not served', () => {
  const capped = (operation: 'LAST_K' | 'TOP_K' | 'BOUNDED_UNIQUE_COUNT' | 'APPROX_FREQUENT_K') => ({
    ...aggregate('item', operation, 7),
    argMap: { k: '10' },
  });
  const aggregations = [
    aggregate('price', 'SUM', 7),
    aggregate('item', 'APPROX_UNIQUE_COUNT', 7),
    capped('LAST_K'),
    capped('TOP_K'),
    capped('BOUNDED_UNIQUE_COUNT'),
    capped('APPROX_FREQUENT_K'),
    { ...aggregate('price', 'SUM', 7), buckets: ['item'] },
  ];
  expect(faultsOf(objectOf('group-by', sums({ metaData: online, aggregations })))).toEqual([]);
  const uncapped = [aggregate('item', 'HISTOGRAM', 7)];
  expect(faultsOf(objectOf('group-by', sums({ aggregations: uncapped })))).toEqual([]);
});
