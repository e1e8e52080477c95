import { expect, it } from 'vitest';
import { aggregate, changing, faultsOf, objectOf, sums, users } from '../objects.fixture.ts';

const aggregations = [aggregate('age', 'SUM')];

it('refuses entities at the instant without their changes', () => {
  expect(
    faultsOf(objectOf('group-by', sums({ sources: [users()], aggregations, accuracy: 0 }))),
  ).toMatchInlineSnapshot(`
    [
      "sources[0] missing-mutations: The features of this group-by are exact at the instant, because it is said to be TEMPORAL, and a source has no table of changes. | Write mutations: table, or accuracy: 'snapshot'.",
    ]
  `);
  const live = [users({ mutationTopic: 'users' })];
  expect(faultsOf(objectOf('group-by', sums({ sources: live, aggregations })))).toMatchInlineSnapshot(`
    [
      "sources[0] missing-mutations: The features of this group-by are exact at the instant, because it has the topic users, and a source has no table of changes. | Write mutations: table, or accuracy: 'snapshot'.",
    ]
  `);
});

it('has nothing against changes, or the value of midnight', () => {
  expect(faultsOf(objectOf('group-by', sums({ sources: [changing()], aggregations, accuracy: 0 })))).toEqual([]);
  expect(faultsOf(objectOf('group-by', sums({ sources: [users()], aggregations, accuracy: 1 })))).toEqual([]);
});
