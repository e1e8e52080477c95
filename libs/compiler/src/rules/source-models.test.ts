import { expect, it } from 'vitest';
import { faultsOf, objectOf, orders, predictions, sums, users } from '../objects.fixture.ts';

it('refuses events beside entities', () => {
  const query = { selects: { user: 'user', item: 'country', price: 'CAST(age AS FLOAT64)' }, timeColumn: 'born' };
  expect(faultsOf(objectOf('group-by', sums({ sources: [orders(), users({ query })] })))).toMatchInlineSnapshot(`
    [
      "sources[1] mixed-sources: This source is of entities, the first one of events. | Make two group-bys, one of events and one of entities, and join both.",
    ]
  `);
});

it('refuses two sources of model transforms, and entities there', () => {
  expect(faultsOf(objectOf('model-transforms', predictions({ sources: [orders(), orders()] })))).toMatchInlineSnapshot(`
    [
      "(whole) mixed-sources: These model transforms have 2 sources. | Give them one: a join, or one source of events.",
    ]
  `);
  const query = { selects: { user: 'user', price: 'CAST(age AS FLOAT64)' } };
  expect(faultsOf(objectOf('model-transforms', predictions({ sources: [users({ query })] })))).toMatchInlineSnapshot(`
    [
      "sources[0] mixed-sources: Rows to predict for are events, and this source is of entities. | Read events, or the rows of a join.",
    ]
  `);
});

it('has nothing against sources of one kind', () => {
  expect(faultsOf(objectOf('group-by', sums({ sources: [orders(), orders()] })))).toEqual([]);
  expect(faultsOf(objectOf('model-transforms', predictions()))).toEqual([]);
});
