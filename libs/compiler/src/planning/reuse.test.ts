import { expect, it } from 'vitest';
import { planOf } from '../check.ts';
import { checkSet } from '../check-set.ts';
import { aggregate, lefts, objectOf, orders, shopCatalog, sums } from '../objects.fixture.ts';
import type { DefinitionObject, ObjectSet } from '../objects.ts';

const reuse = (object: DefinitionObject, versions: ObjectSet) => {
  const { plan } = planOf(object, shopCatalog, { versions });
  if (plan?.kind !== 'group-by' && plan?.kind !== 'join') throw new Error('no plan of features');
  return plan.reuse;
};
const version = (number: number, changes: Parameters<typeof sums>[0] = {}) =>
  objectOf('group-by', sums({ metaData: { name: `shop.orders.byUser__${number}` }, ...changes }));

const more = [aggregate('price', 'SUM', 7), aggregate('price', 'AVERAGE', 7)];
const { query } = orders().events;

it('takes the columns that mean the same from the version before', () => {
  expect(reuse(version(2, { aggregations: more }), [version(1)])).toEqual([
    {
      name: 'shop/orders.byUser__1',
      table: 'shop_orders_byUser__1',
      columns: [{ name: 'price_sum_7d', from: 'price_sum_7d' }],
    },
  ]);
});

it('takes one that was called otherwise', () => {
  const spent = { ...query, selects: { user: 'user', spent: 'price' } };
  const renamed = version(2, { sources: [orders({ query: spent })], aggregations: [aggregate('spent', 'SUM', 7)] });
  expect(reuse(renamed, [version(1)])[0]?.columns).toEqual([{ name: 'spent_sum_7d', from: 'price_sum_7d' }]);
});

it('takes each from the newest that has it', () => {
  const aggregations = [...more, aggregate('price', 'MAX', 1)];
  const versions = [
    version(1),
    version(9, { aggregations: more }),
    version(10, { aggregations: [aggregate('price', 'MAX', 1)] }),
  ];
  expect(
    reuse(version(11, { aggregations }), versions).map(({ name, columns }) => [name, columns.map((each) => each.name)]),
  ).toEqual([
    ['shop/orders.byUser__10', ['price_max_1d']],
    ['shop/orders.byUser__9', ['price_sum_7d', 'price_average_7d']],
  ]);
});

it('takes none that means another thing, and none of rows that are others', () => {
  const doubled = { ...query, selects: { ...query?.selects, price: 'price * 2' } };
  expect(reuse(version(2, { sources: [orders({ query: doubled })] }), [version(1)])).toEqual([]);
  const join = (number: number, changes: Parameters<typeof lefts>[0] = {}) =>
    objectOf('join', lefts({ metaData: { name: `shop.training.orders__${number}` }, ...changes }));
  const fewer = orders({ query: { ...lefts().left?.events?.query, wheres: ['price > 1'] } });
  expect(reuse(join(2), [join(1)])[0]?.columns.map(({ name }) => name)).toEqual(['user', 'item', 'user_price_sum_7d']);
  expect(reuse(join(2, { left: fewer }), [join(1)])).toEqual([]);
});

it('finds the versions that stand in one set', () => {
  const { plans } = checkSet(
    [version(1), version(2, { aggregations: more })].map((object) => ({ object })),
    shopCatalog,
  );
  expect(
    [...plans.values()].map((plan) => (plan.kind === 'group-by' ? plan.reuse.map(({ name }) => name) : [])),
  ).toEqual([['shop/orders.byUser__2'], ['shop/orders.byUser__1']]);
});
