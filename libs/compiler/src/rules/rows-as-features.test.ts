import { expect, it } from 'vitest';
import { changing, faultsOf, objectOf, orders, profiles } from '../objects.fixture.ts';

it('refuses rows of events, and of entities that change', () => {
  expect(faultsOf(objectOf('group-by', profiles({ sources: [orders()] })))).toMatchInlineSnapshot(`
    [
      "sources[0] rows-as-features: This group-by has no aggregations, and a source of events, of which a key may have any number. | Aggregate, by lastK(1) or last() for instance, or read snapshots of entities alone.",
    ]
  `);
  expect(faultsOf(objectOf('group-by', profiles({ sources: [changing()] })))).toMatchInlineSnapshot(`
    [
      "sources[0] rows-as-features: This group-by has no aggregations, and a source of entities with changes. | Aggregate, by lastK(1) or last() for instance, or read snapshots of entities alone.",
    ]
  `);
});

it('has nothing against snapshots', () => expect(faultsOf(objectOf('group-by', profiles()))).toEqual([]));
