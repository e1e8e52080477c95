import { expect, it } from 'vitest';
import { aggregate, changing, faultsOf, objectOf, orders, sums } from '../objects.fixture.ts';

const last = [aggregate('age', 'LAST')];

it('refuses changes of events', () => {
  const { query } = orders().events;
  const sources = [orders({ query: { ...query, mutationTimeColumn: 'changed', reversalColumn: 'was' } })];
  expect(faultsOf(objectOf('group-by', sums({ sources })))).toMatchInlineSnapshot(`
    [
      "sources[0].events.query.mutationTimeColumn change-of-events: This source of events says the time of a change: "changed". | Events do not change. Leave it out, or read the table as entities.",
      "sources[0].events.query.reversalColumn change-of-events: This source of events says which row was before a change: "was". | Events do not change. Leave it out, or read the table as entities.",
    ]
  `);
});

it('has nothing against changes of entities', () => {
  const query = {
    ...changing().entities.query,
    mutationTimeColumn: 'mutation_ts + 1',
    reversalColumn: 'NOT is_before',
  };
  expect(faultsOf(objectOf('group-by', sums({ sources: [changing({ query })], aggregations: last })))).toEqual([]);
});
