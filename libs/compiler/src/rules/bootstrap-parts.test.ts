import type { BootstrapPart, Join } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { faultsOf, lefts, objectOf } from '../objects.fixture.ts';

const faults = (part: BootstrapPart, changes: Partial<Join> = {}) =>
  faultsOf(objectOf('join', lefts({ bootstrapParts: [part], rowIds: ['user'], ...changes })));

it('refuses rows that cannot be found', () => {
  const { rowIds: _, ...without } = lefts({ rowIds: ['user'], bootstrapParts: [{ table: 'taken' }] });
  expect(faultsOf(objectOf('join', without))).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0] bootstrap-part: Nothing says by which columns this bootstrap part finds the row of a left row. | Say its keyColumns, or the rowIds of the join.",
    ]
  `);
  expect(faults({ table: 'taken', keyColumns: ['item', 'basket'] })).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0] bootstrap-part: Rows of taken are found by item, which it does not have. | Select it, or find rows by another column.",
      "bootstrapParts[0] bootstrap-part: A row of taken is found by basket, which the left side does not have. | Select it on the left; selected are user, item.",
      "bootstrapParts[0] bootstrap-part: Rows of taken are found by basket, which it does not have. | Select it, or find rows by another column.",
    ]
  `);
  const selects = { user: 'LENGTH(user)', user_price_sum_7d: 'user_price_sum_7d' };
  expect(faults({ table: 'taken', query: { selects } })).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0] bootstrap-part: The key user is of type long in taken, and of type string on the left. | Make them equal with CAST(… AS …).",
    ]
  `);
});

it('refuses columns that the join does not have, or has of another type, or are the engine’s own', () => {
  const selects = { user: 'user', user_price_sum_9d: 'user_price_sum_7d', schema_hash: 'user' };
  expect(faults({ table: 'taken', query: { selects } })).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0].query.selects.user_price_sum_9d bootstrap-part: The column user_price_sum_9d is taken from taken, and the join has none of that name. | Did you mean user_price_sum_7d?",
      "bootstrapParts[0].query.selects.schema_hash bootstrap-part: The column schema_hash is the platform's own. | Do not select it.",
    ]
  `);
  expect(
    faults({ table: 'taken', query: { selects: { user: 'user', user_price_sum_7d: 'user' } } }),
  ).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0].query.selects.user_price_sum_7d bootstrap-part: The column user_price_sum_7d is of type string in taken, and of type double in the join. | Make them equal with CAST(user_price_sum_7d AS …).",
    ]
  `);
});

it('refuses a table that is not there, and a log that nobody writes', () => {
  expect(faults({ table: 'token' })).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0].table unknown-table: The warehouse has no table "token". | Did you mean taken?",
    ]
  `);
  expect(faults({ table: '{{ logged_table }}' })).toMatchInlineSnapshot(`
    [
      "bootstrapParts[0] bootstrap-part: shop/training.orders__1 takes values from its log, and is not online. | Write online: true, and a samplePercent above 0.",
    ]
  `);
});

it('has nothing against what fits', () => {
  expect(faults({ table: 'taken' })).toEqual([]);
  expect(
    faults({
      table: 'taken',
      keyColumns: ['user'],
      query: { selects: { user: 'user', user_price_sum_7d: 'user_price_sum_7d + 0.5' } },
    }),
  ).toEqual([]);
  const metaData = { ...lefts().metaData, online: true, samplePercent: 5 };
  expect(faults({ table: '{{ logged_table }}' }, { metaData })).toEqual([]);
});
