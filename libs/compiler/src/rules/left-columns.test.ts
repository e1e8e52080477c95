import { expect, it } from 'vitest';
import { faultsOf, lefts, objectOf } from '../objects.fixture.ts';

it('refuses row ids and skew keys that are not on the left', () => {
  const thrift = lefts({ rowIds: ['itm', 'ts'], skewKeys: { basket: ["'x'"] } });
  expect(faultsOf(objectOf('join', thrift))).toMatchInlineSnapshot(`
    [
      "rowIds[0] unknown-column: The row id "itm" is not a column of the left side. | Did you mean item?",
      "skewKeys.basket unknown-column: The skew key "basket" is not a column of the left side. | Select it on the left; selected are user, item.",
    ]
  `);
});

it('has nothing against those that are', () => {
  expect(faultsOf(objectOf('join', lefts({ rowIds: ['user', 'ts'], skewKeys: { item: ["'x'"] } })))).toEqual([]);
});
