import { TimeUnit } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { planOf } from '../check.ts';
import { aggregate, faultsOf, lefts, objectOf, orders, shopCatalog, sums, users } from '../objects.fixture.ts';

const endless = [aggregate('price', 'SUM')];
const { startPartition: _, ...sinceEver } = orders().events.query ?? {};

it('warns of reading everything each time', () => {
  const object = objectOf('group-by', sums({ sources: [orders({ query: sinceEver })], aggregations: endless }));
  expect(faultsOf(object)).toMatchInlineSnapshot(`
    [
      "sources[0] warning unbounded-read: price_sum has no window, so that every backfill reads all of orders, which has no start. | Write start: '2001-01-01', or give every feature a window.",
    ]
  `);
  expect(planOf(object, shopCatalog).plan?.name).toBe('shop/orders.byUser__1');
});

it('has nothing against a label, whose span is its own', () => {
  const groupBy = sums({ sources: [orders({ query: sinceEver })], aggregations: endless });
  const [day, none] = [
    { length: 1, timeUnit: TimeUnit.DAYS },
    { length: 0, timeUnit: TimeUnit.DAYS },
  ];
  const labelParts = [{ joinPart: { groupBy, useLongNames: false }, startOffset: none, endOffset: day }];
  expect(faultsOf(objectOf('join', lefts({ labelParts })))).toEqual([]);
  const joinParts = [{ groupBy, useLongNames: false }];
  expect(
    faultsOf(objectOf('join', lefts({ joinParts, labelParts }))).map((text) => text.split(' ')[0]),
  ).toMatchInlineSnapshot(`
    [
      "labelParts[0].joinPart",
      "joinParts[0].groupBy.sources[0]",
    ]
  `);
});

it('has nothing against a start, a window, or entities', () => {
  expect(faultsOf(objectOf('group-by', sums({ aggregations: endless })))).toEqual([]);
  expect(faultsOf(objectOf('group-by', sums({ sources: [orders({ query: sinceEver })] })))).toEqual([]);
  const ages = [aggregate('age', 'SUM')];
  expect(faultsOf(objectOf('group-by', sums({ sources: [users()], aggregations: ages })))).toEqual([]);
});
